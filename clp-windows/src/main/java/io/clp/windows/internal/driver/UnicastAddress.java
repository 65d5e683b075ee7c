package io.clp.windows.internal.driver;

/**
 * An address on an interface of the node.
 *
 * @param address the address
 * @param luid the interface
 * @param prefix the prefix length
 * @param dadState what duplicate detection found, an {@code NL_DAD_STATE}
 * @param skipAsSource whether the node never sends from it of itself
 */
public record UnicastAddress(IpLiteral address, long luid, int prefix, int dadState, boolean skipAsSource) {}
