package io.clp.failover;

import io.clp.DefinitionException;
import io.clp.internal.definition.Problems;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * When a group moves to another node by itself, and what is done first and last. An immutable value of the definition.
 *
 * @param restarts how often a failed resource is restarted before the group fails over, 0 to 99; 0 by default
 * @param resetAfter after how long without a failure the count of restarts returns to 0, positive and at most 30 days; 15 minutes by
 *     default
 * @param failovers how many failovers are allowed within the period, 0 to 99; empty, the default, means the number of nodes less one
 * @param within the period, positive and at most 30 days; 6 hours by default
 * @param automatic whether the group fails over by itself; true by default
 * @param failback whether it returns to its preferred node by itself; false by default
 * @param finalAction what is done where neither a restart nor a failover is left; nothing by default
 */
public record FailoverPolicy(
        int restarts,
        Duration resetAfter,
        OptionalInt failovers,
        Duration within,
        boolean automatic,
        boolean failback,
        FinalAction finalAction) {
    private static final FailoverPolicy DEFAULTS = new FailoverPolicy(
            0, Duration.ofMinutes(15), OptionalInt.empty(), Duration.ofHours(6), true, false, FinalAction.none());

    /**
     * Checks the values.
     *
     * @param restarts 0 to 99
     * @param resetAfter positive, at most 30 days
     * @param failovers 0 to 99, or empty
     * @param within positive, at most 30 days
     * @param automatic either
     * @param failback either
     * @param finalAction any
     * @throws DefinitionException at least one is out of its range
     */
    public FailoverPolicy {
        Problems problems = new Problems("failover policy");
        Objects.requireNonNull(finalAction, "finalAction");
        problems.range("restarts", restarts, 0, 99);
        problems.duration("resetAfter", resetAfter, Duration.ofDays(30));
        failovers.ifPresent(it -> problems.range("failovers", it, 0, 99));
        problems.duration("within", within, Duration.ofDays(30));
        problems.throwIfAny();
    }

    /** {@return the policy of a group for which nothing is said} */
    public static FailoverPolicy defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. Not thread-safe. */
    public static final class Builder {
        private int restarts = DEFAULTS.restarts;
        private Duration resetAfter = DEFAULTS.resetAfter;
        private OptionalInt failovers = DEFAULTS.failovers;
        private Duration within = DEFAULTS.within;
        private boolean automatic = DEFAULTS.automatic;
        private boolean failback = DEFAULTS.failback;
        private FinalAction finalAction = DEFAULTS.finalAction;

        private Builder() {}

        /**
         * Sets how often a failed resource is restarted before the group fails over.
         *
         * @param count 0 to 99; 0 where this is not called
         * @return this
         */
        public Builder restarts(int count) {
            restarts = count;
            return this;
        }

        /**
         * Sets after how long without a failure the count of restarts returns to 0.
         *
         * @param quiet positive, at most 30 days; 15 minutes where this is not called
         * @return this
         */
        public Builder resetAfter(Duration quiet) {
            resetAfter = Objects.requireNonNull(quiet, "quiet");
            return this;
        }

        /**
         * Sets how many failovers are allowed within the period.
         *
         * @param count 0 to 99; the number of nodes less one where this is not called
         * @return this
         */
        public Builder failovers(int count) {
            failovers = OptionalInt.of(count);
            return this;
        }

        /**
         * Sets the period in which failovers are counted.
         *
         * @param period positive, at most 30 days; 6 hours where this is not called
         * @return this
         */
        public Builder within(Duration period) {
            within = Objects.requireNonNull(period, "period");
            return this;
        }

        /**
         * Sets whether the group fails over by itself.
         *
         * @param value true where this is not called
         * @return this
         */
        public Builder automatic(boolean value) {
            automatic = value;
            return this;
        }

        /**
         * Sets whether the group returns to its preferred node by itself.
         *
         * @param value false where this is not called
         * @return this
         */
        public Builder failback(boolean value) {
            failback = value;
            return this;
        }

        /**
         * Sets what is done where neither a restart nor a failover is left.
         *
         * @param action {@link FinalAction#none()} where this is not called
         * @return this
         */
        public Builder finalAction(FinalAction action) {
            finalAction = Objects.requireNonNull(action, "action");
            return this;
        }

        /**
         * Builds the policy.
         *
         * @return an immutable policy
         * @throws DefinitionException a value is out of its range; all are named
         */
        public FailoverPolicy build() {
            return new FailoverPolicy(restarts, resetAfter, failovers, within, automatic, failback, finalAction);
        }
    }
}
