package io.clp.failover;

import io.clp.NodeId;
import java.util.Objects;
import java.util.Optional;

/** Who has the right to host a group, as the coordination answers. */
public sealed interface Claim {
    /**
     * The asking node has it from now on.
     *
     * @param epoch the number of this ownership; higher than every earlier one of the group
     */
    record Acquired(long epoch) implements Claim {
        /**
         * Checks the epoch.
         *
         * @param epoch positive
         */
        public Acquired {
            positive(epoch);
        }
    }

    /**
     * A node has it, alive or not.
     *
     * @param owner which node
     * @param epoch the number of its ownership
     */
    record HeldBy(NodeId owner, long epoch) implements Claim {
        /**
         * Checks the epoch.
         *
         * @param owner which node
         * @param epoch positive
         */
        public HeldBy {
            Objects.requireNonNull(owner, "owner");
            positive(epoch);
        }
    }

    /**
     * Nobody has it.
     *
     * @param epoch that of the last owner; 0 where there was none yet
     * @param next for whom the last owner released it; empty: for anybody
     */
    record Free(long epoch, Optional<NodeId> next) implements Claim {
        /**
         * Checks the epoch.
         *
         * @param epoch 0 or positive
         * @param next for whom it was released, or empty
         */
        public Free {
            Objects.requireNonNull(next, "next");
            if (epoch < 0) {
                throw new IllegalArgumentException("an epoch is not negative: " + epoch);
            }
        }
    }

    /**
     * Not known: the question or the answer was lost, or came too late. What was asked may have happened.
     *
     * @param why in words
     */
    record Unknown(String why) implements Claim {}

    private static void positive(long epoch) {
        if (epoch <= 0) {
            throw new IllegalArgumentException("an epoch is positive, not " + epoch);
        }
    }
}
