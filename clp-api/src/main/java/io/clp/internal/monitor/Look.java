package io.clp.internal.monitor;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.monitor.Monitor;
import io.clp.monitor.MonitorContext;
import io.clp.monitor.MonitorProbe;
import io.clp.resource.Probe;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.Objects;

/**
 * One probe by a user's code, and whom it looks for.
 *
 * @param nodeId where
 * @param group whose
 * @param monitor by which monitor
 * @param timeline where it may wait
 * @param until when it is interrupted
 */
record Look(NodeId nodeId, FailoverGroup group, Monitor monitor, Timeline timeline, long until)
        implements MonitorContext {
    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, until - timeline.nanos()));
    }

    /** Probes. Whatever the user's code throws is a finding: that it could not tell. */
    Probe probe(MonitorProbe code) {
        try {
            Probe probe = code.probe(this);
            return Objects.requireNonNullElseGet(probe, () -> Probe.unknown("the probe returned null"));
        } catch (InterruptedException e) {
            return Probe.unknown("the probe was interrupted");
        } catch (Throwable thrown) { // an Error too: it must not end the monitor
            return Probe.unknown("the probe threw " + thrown);
        }
    }
}
