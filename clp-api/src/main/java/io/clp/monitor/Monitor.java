package io.clp.monitor;

import io.clp.DefinitionException;
import io.clp.ResourceId;
import io.clp.internal.definition.Names;
import io.clp.internal.definition.Problems;
import io.clp.resource.ResourcePolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and thresholds that turn probes into a verdict on a resource of a group. Every resource has one by its own probe
 * ({@link #ofResource}); further ones look from outside, through the virtual address say.
 *
 * <p>So many failed probes without a good one between them are a verdict; so many unknown ones are too. After a verdict there is no
 * further one until a probe was good, the group was started or restarted, or the monitors were resumed. A probe that is not back at the
 * timeout is interrupted and counts as unknown; while it has not come back no other begins, and each interval counts as one unknown more.
 *
 * <p>Monitors look while nothing else is under way: not while the group starts, stops, moves or restarts. What a verdict leads to is not
 * said here. Immutable and thread-safe, as far as the probe is.
 */
public final class Monitor {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MonitorId id;
    private final ResourceId watches;
    private final Duration interval;
    private final Duration timeout;
    private final int failures;
    private final int unknowns;
    private final Duration startDelay;
    private final Timing timing;
    private final @Nullable MonitorProbe probe;

    /** When a monitor looks. */
    public enum Timing {
        /** Also while the group is offline on the node; not while the group changes. */
        ALWAYS,
        /** While the group is online on the node. */
        WHILE_ONLINE
    }

    private Monitor(Builder builder, MonitorId id, ResourceId watches, int unknowns) {
        this.id = id;
        this.watches = watches;
        interval = builder.interval;
        timeout = builder.timeout();
        failures = builder.failures;
        this.unknowns = unknowns;
        startDelay = builder.startDelay;
        timing = builder.timing;
        probe = builder.probe;
    }

    /**
     * Returns a builder.
     *
     * @param id the monitor's name, unique in the group; not that of a resource. Checked when the monitor is built
     * @return a builder that knows only the name
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * Returns the monitor that a resource has without being asked for: it has the resource's name and looks by the resource's own probe
     * while the group is online.
     *
     * @param resource which resource
     * @param policy says how often, how long a probe may take, and how many failures are a verdict; as many unknown probes are one too
     * @return the monitor
     */
    public static Monitor ofResource(ResourceId resource, ResourcePolicy policy) {
        Builder builder = new Builder(resource.value())
                .every(policy.monitorEvery())
                .timeout(policy.probeDeadline())
                .failures(policy.monitorFailures());
        return new Monitor(builder, MonitorId.of(resource.value()), resource, policy.monitorFailures());
    }

    /** {@return the name, unique in the group} */
    public MonitorId id() {
        return id;
    }

    /** {@return the resource on which a verdict is: what is restarted first} */
    public ResourceId watches() {
        return watches;
    }

    /** {@return the time between the beginnings of two probes} */
    public Duration interval() {
        return interval;
    }

    /** {@return how long a probe may take; at most the interval} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return how many failed probes, without a good one between them, are a verdict} */
    public int failures() {
        return failures;
    }

    /** {@return how many unknown probes, without a good one between them, are a verdict} */
    public int unknowns() {
        return unknowns;
    }

    /** {@return how long after the group came online the first probe may be; it comes with the interval that follows} */
    public Duration startDelay() {
        return startDelay;
    }

    /** {@return when it looks} */
    public Timing timing() {
        return timing;
    }

    /** {@return what it does; empty for the one that uses the resource's own probe} */
    public Optional<MonitorProbe> probe() {
        return Optional.ofNullable(probe);
    }

    @Override
    public String toString() {
        return "monitor " + id + " of " + watches + " every " + interval;
    }

    /** Builds a monitor. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable String watches;
        private Duration interval = EVERY;
        private @Nullable Duration timeout;
        private int failures = ResourcePolicy.defaults().monitorFailures();
        private @Nullable Integer unknowns;
        private Duration startDelay = Duration.ZERO;
        private Timing timing = Timing.WHILE_ONLINE;
        private @Nullable MonitorProbe probe;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Names the resource on which a verdict is.
         *
         * @param resource a resource of the group to which the monitor is attached
         * @return this
         */
        public Builder watches(String resource) {
            watches = resource;
            return this;
        }

        /**
         * Sets the time between the beginnings of two probes.
         *
         * @param time positive, at most a day; 10 seconds where this is not called
         * @return this
         */
        public Builder every(Duration time) {
            interval = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets how long a probe may take.
         *
         * @param time positive, at most the interval; 5 seconds, or the interval where that is shorter, where this is not called
         * @return this
         */
        public Builder timeout(Duration time) {
            timeout = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets how many failed probes are a verdict.
         *
         * @param count 1 to 99; 3 where this is not called
         * @return this
         */
        public Builder failures(int count) {
            failures = count;
            return this;
        }

        /**
         * Sets how many unknown probes are a verdict.
         *
         * @param count 1 to 99; as many as failures where this is not called
         * @return this
         */
        public Builder unknowns(int count) {
            unknowns = count;
            return this;
        }

        /**
         * Sets how long the first probe waits after the group came online.
         *
         * @param time at most a day; none where this is not called
         * @return this
         */
        public Builder startDelay(Duration time) {
            startDelay = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets when it looks.
         *
         * @param when {@link Timing#WHILE_ONLINE} where this is not called
         * @return this
         */
        public Builder timing(Timing when) {
            timing = Objects.requireNonNull(when, "when");
            return this;
        }

        /**
         * Sets what it does.
         *
         * @param what one of the library's, {@link HttpProbe} say, or the caller's own
         * @return this
         */
        public Builder probe(MonitorProbe what) {
            probe = Objects.requireNonNull(what, "what");
            return this;
        }

        /**
         * Builds the monitor.
         *
         * @return an immutable monitor
         * @throws DefinitionException it cannot work; all problems are named
         */
        public Monitor build() {
            int limit = unknowns == null ? failures : unknowns;
            Problems problems = new Problems("monitor " + id);
            problems.addIf("id", id, Names.idProblem(id));
            problems.addIf("watches", watches, Names.idProblem(watches));
            problems.duration("interval", interval, LONGEST);
            problems.duration("timeout", timeout(), LONGEST);
            problems.notAbove("timeout", timeout(), "interval", interval);
            problems.range("failures", failures, 1, 99);
            problems.range("unknowns", limit, 1, 99);
            problems.durationBetween("start delay", startDelay, Duration.ZERO, LONGEST);
            if (probe == null) {
                problems.add("probe", "", "a monitor does something: set what");
            }
            problems.throwIfAny();
            Monitor monitor = new Monitor(this, MonitorId.of(id), ResourceId.of(String.valueOf(watches)), limit);
            if (probe != null) {
                probe.validate(monitor).forEach(it -> problems.add("probe", probe, it));
            }
            problems.throwIfAny();
            return monitor;
        }

        private Duration timeout() {
            if (timeout != null) {
                return timeout;
            }
            return interval.compareTo(TIMEOUT) < 0 ? interval : TIMEOUT;
        }
    }
}
