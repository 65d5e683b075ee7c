package io.clp.resource;

/**
 * What one observation of a resource found.
 *
 * @param state the finding
 * @param detail what was seen, for people; may be empty
 */
public record Probe(State state, String detail) {
    /** The findings. */
    public enum State {
        /** It is online and does its work. */
        ONLINE,
        /** It is certainly offline. */
        OFFLINE,
        /** It is neither: it runs and does not do its work, or runs in part. */
        FAILED,
        /** The observation could not tell. Never taken for healthy, nor for safely offline. */
        UNKNOWN
    }

    private static final String NOT_MADE = "not probed: ";
    private static final Probe IS_ONLINE = new Probe(State.ONLINE, "");
    private static final Probe IS_OFFLINE = new Probe(State.OFFLINE, "");

    /** {@return the finding that it is online} */
    public static Probe online() {
        return IS_ONLINE;
    }

    /** {@return the finding that it is certainly offline} */
    public static Probe offline() {
        return IS_OFFLINE;
    }

    /**
     * Returns the finding that it runs and does not do its work, or runs in part.
     *
     * @param detail what was seen, for people
     * @return a finding {@link State#FAILED}
     */
    public static Probe failed(String detail) {
        return new Probe(State.FAILED, detail);
    }

    /**
     * Returns the finding that no observation was made, because whoever makes them had something else to do with the resource. It says
     * nothing of the resource: a monitor counts it neither as good nor as bad.
     *
     * @param why what there was to do, for people
     * @return a finding {@link State#UNKNOWN} that is not {@link #made}
     */
    public static Probe notMade(String why) {
        return new Probe(State.UNKNOWN, NOT_MADE + why);
    }

    /** {@return whether an observation was made, whatever it found; false only for {@link #notMade}} */
    public boolean made() {
        return state != State.UNKNOWN || !detail.startsWith(NOT_MADE);
    }

    /**
     * Returns the finding that the observation could not tell.
     *
     * @param detail why it could not, for people
     * @return a finding {@link State#UNKNOWN}
     */
    public static Probe unknown(String detail) {
        return new Probe(State.UNKNOWN, detail);
    }
}
