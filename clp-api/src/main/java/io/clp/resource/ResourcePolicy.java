package io.clp.resource;

import io.clp.DefinitionException;
import io.clp.internal.definition.Problems;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines, retries and monitoring of one resource. Immutable.
 *
 * <p>By default: 2 minutes for going online and for going offline (longer than the 90 seconds in which W3SVC lets its worker processes
 * drain), no retry, 10 seconds for a probe, a probe every 10 seconds, of which 3 failed ones are a verdict.
 *
 * @param onlineDeadline how long one attempt to go online may take
 * @param onlineRetries how often a failed attempt to go online is followed by another
 * @param offlineDeadline how long one attempt to go offline may take
 * @param offlineRetries how often an attempt after which the probe does not say offline is followed by another
 * @param probeDeadline how long one probe may take, and how long an interrupted call is waited for
 * @param monitorEvery the time between two probes: of the resource's {@linkplain io.clp.monitor.Monitor#ofResource monitor} while the
 *     group is online, and of what a stop has left unresolved
 * @param monitorFailures how many failed probes in a row are the monitor's verdict
 */
public record ResourcePolicy(
        Duration onlineDeadline,
        int onlineRetries,
        Duration offlineDeadline,
        int offlineRetries,
        Duration probeDeadline,
        Duration monitorEvery,
        int monitorFailures) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final ResourcePolicy DEFAULTS = new ResourcePolicy(
            Duration.ofMinutes(2), 0, Duration.ofMinutes(2), 0, Duration.ofSeconds(10), Duration.ofSeconds(10), 3);

    /**
     * Checks the values: deadlines and the interval are positive and at most a day, the deadline of a probe at most the interval,
     * retries 0 to 99, failures 1 to 99.
     *
     * @param onlineDeadline positive, at most a day
     * @param onlineRetries 0 to 99
     * @param offlineDeadline positive, at most a day
     * @param offlineRetries 0 to 99
     * @param probeDeadline positive, at most the interval
     * @param monitorEvery positive, at most a day
     * @param monitorFailures 1 to 99
     * @throws DefinitionException at least one is not
     */
    public ResourcePolicy {
        Problems problems = new Problems("resource policy");
        problems.duration("online deadline", onlineDeadline, LONGEST);
        problems.range("online retries", onlineRetries, 0, 99);
        problems.duration("offline deadline", offlineDeadline, LONGEST);
        problems.range("offline retries", offlineRetries, 0, 99);
        problems.duration("probe deadline", probeDeadline, LONGEST);
        problems.duration("monitor interval", monitorEvery, LONGEST);
        problems.range("monitor failures", monitorFailures, 1, 99);
        if (!problems.any()) {
            problems.notAbove("probe deadline", probeDeadline, "monitor interval", monitorEvery);
        }
        problems.throwIfAny();
    }

    /** {@return the policy of a resource for which nothing is said} */
    public static ResourcePolicy defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. Not thread-safe. */
    public static final class Builder {
        private Duration onlineDeadline = DEFAULTS.onlineDeadline;
        private int onlineRetries = DEFAULTS.onlineRetries;
        private Duration offlineDeadline = DEFAULTS.offlineDeadline;
        private int offlineRetries = DEFAULTS.offlineRetries;
        private Duration probeDeadline = DEFAULTS.probeDeadline;
        private @Nullable Duration monitorEvery;
        private int monitorFailures = DEFAULTS.monitorFailures;

        private Builder() {}

        /**
         * Sets how long one attempt to go online may take, and how often it is tried again.
         *
         * @param deadline positive, at most a day
         * @param retries 0 to 99
         * @return this
         */
        public Builder online(Duration deadline, int retries) {
            onlineDeadline = Objects.requireNonNull(deadline, "deadline");
            onlineRetries = retries;
            return this;
        }

        /**
         * Sets how long one attempt to go offline may take, and how often it is tried again.
         *
         * @param deadline positive, at most a day
         * @param retries 0 to 99
         * @return this
         */
        public Builder offline(Duration deadline, int retries) {
            offlineDeadline = Objects.requireNonNull(deadline, "deadline");
            offlineRetries = retries;
            return this;
        }

        /**
         * Sets how long one probe may take, and how long an interrupted call is waited for.
         *
         * @param deadline positive, at most the interval of {@link #monitor}, which grows with it where it is not set
         * @return this
         */
        public Builder probe(Duration deadline) {
            probeDeadline = Objects.requireNonNull(deadline, "deadline");
            return this;
        }

        /**
         * Sets the time between two probes, and how many failed ones in a row are a verdict.
         *
         * @param every at least the deadline of a probe, at most a day
         * @param failures 1 to 99
         * @return this
         */
        public Builder monitor(Duration every, int failures) {
            monitorEvery = Objects.requireNonNull(every, "every");
            monitorFailures = failures;
            return this;
        }

        /**
         * Builds the policy.
         *
         * @return an immutable policy
         * @throws DefinitionException a value is out of its range; all are named
         */
        public ResourcePolicy build() {
            Duration least = DEFAULTS.monitorEvery;
            Duration otherwise =
                    probeDeadline.compareTo(least) > 0 && probeDeadline.compareTo(LONGEST) <= 0 ? probeDeadline : least;
            return new ResourcePolicy(
                    onlineDeadline,
                    onlineRetries,
                    offlineDeadline,
                    offlineRetries,
                    probeDeadline,
                    monitorEvery == null ? otherwise : monitorEvery,
                    monitorFailures);
        }
    }
}
