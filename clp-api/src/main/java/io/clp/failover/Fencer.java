package io.clp.failover;

import io.clp.NodeId;

/**
 * Makes sure that a node can no longer run or write anything: a power switch, a hypervisor, a management board.
 *
 * <p>May block; it is called on a thread of its own, and not twice at once for one node by one member. Several members may ask for the
 * same node. What it throws counts as {@link Result#UNKNOWN} and is logged.
 */
@FunctionalInterface
public interface Fencer {
    /**
     * Fences a node.
     *
     * @param node which; never the asking one
     * @return whether the node is certainly dead now
     * @throws InterruptedException the member closes; the fencer ends its wait
     */
    Result fence(NodeId node) throws InterruptedException;

    /** {@return a fencer that can do nothing: a lost node's groups stay offline until the node is back or a person decides} */
    static Fencer none() {
        return node -> Result.UNKNOWN;
    }

    /** What became of a node that was to be fenced. */
    enum Result {
        /** It runs nothing and writes nothing, and did not between this answer and the question. */
        DEAD_FOR_SURE,
        /** It may still run. */
        UNKNOWN
    }
}
