package io.clp;

/** Why a group starts, as the guide's scripts see it in {@code CLP_EVENT}. Recovery is no start: {@link GroupController#recover}. */
public enum StartCause {
    /** An ordinary start. */
    START,
    /** A start that follows the failure of the group elsewhere. */
    FAILOVER;

    /** {@return the value of the script variable {@code CLP_EVENT}} */
    public String clpEvent() {
        return name();
    }
}
