package io.clp.platform;

/**
 * What a node says of an address.
 *
 * @param state the state of the address here
 * @param interfaceAlias the interface that has it; empty where none has
 */
public record AddressStatus(State state, String interfaceAlias) {
    /** The states of an address on a node ({@code NL_DAD_STATE}). */
    public enum State {
        /** This node does not have it. */
        ABSENT,
        /** Added; duplicate detection is not done. */
        TENTATIVE,
        /** Another node answered for it: it does not work here. */
        DUPLICATE,
        /** Usable. */
        PREFERRED
    }

    /** {@return the status of an address that this node does not have} */
    public static AddressStatus absent() {
        return new AddressStatus(State.ABSENT, "");
    }
}
