package io.clp.testkit;

import io.clp.NodeId;
import java.time.Duration;
import java.util.List;

/**
 * What fences nodes in a fake cluster: it powers a node's machine off and says that it is dead, unless a fault says otherwise. A fault
 * holds until another one is set or the fencer is {@linkplain #heal healed}. Thread-safe.
 */
public interface FakeFencer {
    /**
     * Sets how long an answer takes; the power is cut at its end, also where who asked is gone by then.
     *
     * @param time not negative
     * @return this
     */
    FakeFencer takes(Duration time);

    /**
     * Does nothing and says that it does not know.
     *
     * @return this
     */
    FakeFencer fails();

    /**
     * Powers the machine off and says that it does not know.
     *
     * @return this
     */
    FakeFencer doubts();

    /**
     * Does nothing and says that the node is dead for sure. No failover can be safe then.
     *
     * @return this
     */
    FakeFencer lies();

    /**
     * Repairs everything.
     *
     * @return this
     */
    FakeFencer heal();

    /** {@return which nodes were to be fenced, in the order of the questions} */
    List<NodeId> asked();
}
