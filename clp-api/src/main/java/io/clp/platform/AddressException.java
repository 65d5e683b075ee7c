package io.clp.platform;

import io.clp.resource.ResourceException;

/** An address could not be brought up, or not be removed: in use elsewhere, no interface for it, or refused. */
public final class AddressException extends ResourceException {
    private static final long serialVersionUID = 1L;

    /** The literal without its prefix length. */
    private final String address;

    /**
     * Makes the exception.
     *
     * @param attempted what was attempted
     * @param address the literal without its prefix length
     * @param why what went wrong
     * @param windowsCode what Windows said, 0 where it said nothing
     * @param retry whether trying again may help
     * @param advice what the caller can do
     */
    public AddressException(String attempted, String address, String why, int windowsCode, Retry retry, String advice) {
        super(attempted + ": " + why, Facts.of(attempted).advice(advice).windows(windowsCode), retry, null);
        this.address = address;
    }

    /** {@return the literal without its prefix length} */
    public String address() {
        return address;
    }
}
