package io.clp.platform;

import io.clp.resource.ResourceException;

/** A volume could not be brought online, or not be taken offline. */
public final class VolumeException extends ResourceException {
    private static final long serialVersionUID = 1L;

    /** The GUID path. */
    private final String volume;

    /**
     * Makes the exception.
     *
     * @param attempted what was attempted
     * @param volume the volume's GUID path
     * @param result what the platform said
     * @param advice what the caller can do
     */
    public VolumeException(String attempted, String volume, ActResult result, String advice) {
        super(
                attempted + ": " + result,
                Facts.of(attempted).advice(advice).windows(result.windowsCode()),
                result.kind() == ActResult.Kind.REFUSED ? Retry.USELESS : Retry.MAY_HELP,
                null);
        this.volume = volume;
    }

    /** {@return the volume's GUID path} */
    public String volume() {
        return volume;
    }
}
