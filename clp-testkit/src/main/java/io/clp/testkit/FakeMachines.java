package io.clp.testkit;

import io.clp.FailoverGroup;
import io.clp.testkit.internal.fake.MachinesBuilder;
import java.time.Duration;
import java.util.List;

/**
 * Several fake machines with one time, one network, and disks that they share. There is no cluster between them: what runs on them is the
 * test's.
 *
 * <p>Checks after every change, unasked: at most one machine holds a group's volumes, addresses and services of its own; no volume is
 * mounted twice; no address is usable twice; nothing starts before what it depends on; epochs grow. What is broken is thrown at the next
 * call of the test as {@link InvariantViolation}. Thread-safe.
 */
public interface FakeMachines extends AutoCloseable {
    /** Returns a builder. */
    static Builder builder() {
        return new MachinesBuilder();
    }

    /**
     * Returns a machine.
     *
     * @throws IllegalArgumentException there is none of that name
     */
    FakePlatform node(String name);

    /** Returns the machines, in the order of the builder. */
    List<FakePlatform> nodes();

    /**
     * Installs on every machine what the resources of groups use, as {@link Builder#provide} does. What is there already stays as it is.
     *
     * @param groups the groups
     * @return these machines
     */
    FakeMachines provide(FailoverGroup... groups);

    /** Lets time pass until nothing is pending; see {@link FakePlatform#settle}. */
    void settle();

    /** Lets a time pass. */
    void advance(Duration time);

    /** Returns what was asked of all machines, in order. The last 50,000. */
    List<Act> acts();

    /** Returns what happened on all machines, one line each, oldest first. The last 50,000. */
    String trace();

    /**
     * Ends the run and everything that still runs in it.
     *
     * @throws InvariantViolation a rule was broken and nothing told it yet
     */
    @Override
    void close();

    /** Builds machines. Not thread-safe. */
    interface Builder {
        /** Names the machines; without it those of the groups' lists. */
        Builder nodes(String... names);

        /** Installs on every machine what the resources of groups use; see {@link FakePlatform.Builder#provide}. */
        Builder provide(FailoverGroup... groups);

        /** Installs further services on every machine, stopped. */
        Builder install(String... services);

        /** Sets how long everything takes; {@link Latencies#none()} without it. */
        Builder latencies(Latencies latencies);

        /** Sets the seed; 1 without it. */
        Builder seed(long seed);

        /** Runs the machines on the system's clock instead of in virtual time. */
        Builder realTime();

        /** Sets the version of IIS on every machine; see {@link FakePlatform.Builder#iisVersion}. */
        Builder iisVersion(String version);

        /** Adds a network interface to every machine; see {@link FakePlatform.Builder#networkInterface}. */
        Builder networkInterface(String alias, String... subnets);

        /** Sets whether the invariants are checked; true without it. */
        Builder invariants(boolean checked);

        /** Builds the machines, powered on. */
        FakeMachines build();
    }
}
