package io.clp.watch;

import io.clp.DefinitionException;
import io.clp.internal.definition.Problems;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a watch keeps its service running. Immutable.
 *
 * @param restarts how often the service is started again, 0 to 9 (ARMLOAD {@code /R}); 3 by default
 * @param resetAfter after how long without an abnormal end the count returns to 0, 1 to 24 hours (ARMLOAD {@code /H}); empty, the
 *     default, means never
 * @param adoptsRunning whether a service that runs already is watched (ARMLOAD {@code /A}); true by default
 */
public record WatchPolicy(int restarts, Optional<Duration> resetAfter, boolean adoptsRunning) {
    private static final WatchPolicy DEFAULTS = new WatchPolicy(3, Optional.empty(), true);

    /**
     * Checks the values.
     *
     * @param restarts 0 to 9
     * @param resetAfter 1 to 24 hours, or empty
     * @param adoptsRunning either
     * @throws DefinitionException at least one is out of its range
     */
    public WatchPolicy {
        Problems problems = new Problems("watch policy");
        problems.range("restarts", restarts, 0, 9);
        resetAfter.ifPresent(
                it -> problems.durationBetween("resetAfter", it, Duration.ofHours(1), Duration.ofHours(24)));
        problems.throwIfAny();
    }

    /** {@return the policy of a watch for which nothing is said} */
    public static WatchPolicy defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. Not thread-safe. */
    public static final class Builder {
        private int restarts = DEFAULTS.restarts;
        private Optional<Duration> resetAfter = Optional.empty();
        private boolean adoptsRunning = true;

        private Builder() {}

        /**
         * Sets how often the service is started again (ARMLOAD {@code /R}).
         *
         * @param count 0 to 9; 3 where this is not called
         * @return this
         */
        public Builder restarts(int count) {
            restarts = count;
            return this;
        }

        /**
         * Sets after how long without an abnormal end the count returns to 0 (ARMLOAD {@code /H}).
         *
         * @param quiet 1 to 24 hours; never where this is not called
         * @return this
         */
        public Builder resetAfter(Duration quiet) {
            resetAfter = Optional.of(Objects.requireNonNull(quiet, "quiet"));
            return this;
        }

        /**
         * Makes a load of a service that runs already an error, as ARMLOAD without {@code /A} does.
         *
         * @return this
         */
        public Builder failIfRunning() {
            adoptsRunning = false;
            return this;
        }

        /**
         * Builds the policy.
         *
         * @return an immutable policy
         * @throws DefinitionException a value is out of its range; all are named
         */
        public WatchPolicy build() {
            return new WatchPolicy(restarts, resetAfter, adoptsRunning);
        }
    }
}
