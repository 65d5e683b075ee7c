package io.clp.internal.monitor;

import io.clp.ResourceId;
import io.clp.resource.Probe;

/** Something that happened to the monitors of a group. */
public sealed interface MonitorInput {
    /**
     * The group became something else.
     *
     * @param group what
     */
    record GroupBecame(Availability group) implements MonitorInput {}

    /** Nobody is to look for a while. */
    record Suspended() implements MonitorInput {}

    /** Everybody may look again. */
    record Resumed() implements MonitorInput {}

    /**
     * An interval passed.
     *
     * @param intervalNanos which
     */
    record Beat(long intervalNanos) implements MonitorInput {}

    /** A moment came that was asked for. */
    record Wake() implements MonitorInput {}

    /**
     * A probe came back, in time or late.
     *
     * @param monitor whose
     * @param token which
     * @param probe what it found
     */
    record Probed(int monitor, int token, Probe probe) implements MonitorInput {}

    /**
     * A resource reported itself failed, or was reported.
     *
     * @param resource which
     */
    record Reported(ResourceId resource) implements MonitorInput {}

    /** The monitors end. */
    record Closed() implements MonitorInput {}
}
