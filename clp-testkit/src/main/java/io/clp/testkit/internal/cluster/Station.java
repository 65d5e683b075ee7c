package io.clp.testkit.internal.cluster;

import io.clp.NodeId;
import io.clp.time.Timeline;

/** What the quorum must know of a node. */
interface Station {
    /** Returns which node. */
    NodeId id();

    /** Returns whether its process runs now, and does not stand still. */
    boolean inOperation();

    /** Returns the time of its present process. */
    Timeline timeline();
}
