package io.clp;

/** A start under an epoch lower than one this node has seen: somebody else has owned the group since. Nothing was begun. */
public final class StaleEpochException extends ClpException {
    private static final long serialVersionUID = 1L;

    /** The epoch of the call. */
    private final long given;

    /** The highest epoch this node has seen. */
    private final long known;

    /**
     * Makes the exception.
     *
     * @param given the epoch of the call
     * @param known the highest epoch this node has seen
     */
    public StaleEpochException(long given, long known) {
        super(
                "epoch " + given + " is older than " + known,
                Facts.of("start under epoch " + given).advice("claim the group again and start under the new epoch"),
                null);
        this.given = given;
        this.known = known;
    }

    /** {@return the epoch of the call} */
    public long given() {
        return given;
    }

    /** {@return the highest epoch this node has seen} */
    public long known() {
        return known;
    }
}
