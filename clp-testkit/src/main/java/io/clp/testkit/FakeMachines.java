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
    /** {@return a builder without machines} */
    static Builder builder() {
        return new MachinesBuilder();
    }

    /**
     * Returns a machine.
     *
     * @param name its computer name, without regard to case
     * @return always the same object
     * @throws IllegalArgumentException there is none of that name
     */
    FakePlatform node(String name);

    /** {@return the machines, in the order of the builder} */
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

    /**
     * Lets a time pass.
     *
     * @param time how much of the time of the run, on all machines
     */
    void advance(Duration time);

    /** {@return what was asked of all machines, in order; among the last 50,000 lines of the run} */
    List<Act> acts();

    /** {@return what happened on all machines, one line each, oldest first; the last 50,000} */
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
        /**
         * Names the machines. Called again it adds further ones.
         *
         * @param names computer names; where none is named, those of the provided groups' lists
         * @return this
         */
        Builder nodes(String... names);

        /**
         * Installs on every machine what the resources of groups use; see {@link FakePlatform.Builder#provide}.
         *
         * @param groups their volumes are on disks that all machines see
         * @return this
         */
        Builder provide(FailoverGroup... groups);

        /**
         * Installs further services on every machine, stopped.
         *
         * @param services short names
         * @return this
         */
        Builder install(String... services);

        /**
         * Sets how long everything takes.
         *
         * @param latencies {@link Latencies#none()} where this is not called
         * @return this
         */
        Builder latencies(Latencies latencies);

        /**
         * Sets the seed, from which every choice and every time of the run follows.
         *
         * @param seed any; 1 where this is not called
         * @return this
         */
        Builder seed(long seed);

        /**
         * Runs the machines on the system's clock instead of in virtual time.
         *
         * @return this
         */
        Builder realTime();

        /**
         * Sets the version of IIS on every machine; see {@link FakePlatform.Builder#iisVersion}.
         *
         * @param version "10.0" where this is not called
         * @return this
         */
        Builder iisVersion(String version);

        /**
         * Sets the version of Windows on every machine; see {@link FakePlatform.Builder#windowsVersion}.
         *
         * @param version "10.0.20348" where this is not called
         * @return this
         */
        Builder windowsVersion(String version);

        /**
         * Sets whether the process says on every machine that it is elevated; see {@link FakePlatform.Builder#elevated}.
         *
         * @param elevated true where this is not called
         * @return this
         */
        Builder elevated(boolean elevated);

        /**
         * Adds a network interface to every machine; see {@link FakePlatform.Builder#networkInterface}.
         *
         * @param alias its name
         * @param subnets the subnets it lies in, as "10.1.0.0/16"
         * @return this
         */
        Builder networkInterface(String alias, String... subnets);

        /**
         * Sets whether the invariants are checked.
         *
         * @param checked true where this is not called
         * @return this
         */
        Builder invariants(boolean checked);

        /**
         * Builds the machines.
         *
         * @return machines that are powered on
         * @throws IllegalStateException no machine was named and no group provided
         */
        FakeMachines build();
    }
}
