package io.clp;

/**
 * Why a start or a restart failed that was under way when a stop with {@link StopCause#GROUP_FAILOVER} was asked: it brought nothing
 * further online and took everything offline again.
 */
public final class CutShortException extends ClpException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param attempted what was under way
     * @param by what cut it short
     */
    public CutShortException(String attempted, String by) {
        super(
                attempted + ": cut short by " + by,
                Facts.of(attempted).advice("start the group again once this node may host it"),
                null);
    }
}
