package io.clp.monitor;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.time.Timeline;
import java.time.Duration;

/** For whom a monitor looks, and how long it may. Thread-safe. */
public interface MonitorContext {
    /** {@return the node that looks} */
    NodeId nodeId();

    /** {@return the group whose monitor it is} */
    FailoverGroup group();

    /** {@return the monitor} */
    Monitor monitor();

    /** {@return where to wait: only what waits here obeys virtual time} */
    Timeline timeline();

    /** {@return how long is left until the probe is interrupted; zero where that has passed} */
    Duration remaining();
}
