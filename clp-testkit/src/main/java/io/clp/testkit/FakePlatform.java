package io.clp.testkit;

import io.clp.FailoverGroup;
import io.clp.MessageBroadcast;
import io.clp.platform.Platform;
import io.clp.resource.ResourceContext;
import io.clp.testkit.internal.fake.PlatformBuilder;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.List;

/**
 * A machine in memory: its services, addresses, volumes and commands answer as Windows does, in virtual time. A run repeats exactly with
 * the same seed.
 *
 * <p>The methods that only this type has are for the test. They, {@link #settle} and {@link #advance} throw
 * {@link InvariantViolation} where a rule was broken before; {@link #close} does where nothing told it yet. Thread-safe.
 */
public interface FakePlatform extends Platform {
    /**
     * Returns a builder of one machine, alone on its network.
     *
     * @param node its computer name
     * @return a builder with the defaults
     */
    static Builder builder(String node) {
        return new PlatformBuilder(node);
    }

    @Override
    FakeServices services();

    @Override
    FakeCommands commands();

    /**
     * Installs what the resources of groups use, as {@link Builder#provide} does, on a machine that runs: of machines that share their disks,
     * on all. What is there already stays as it is.
     *
     * @param groups the groups
     * @return this machine
     */
    FakePlatform provide(FailoverGroup... groups);

    /**
     * Returns a service.
     *
     * @param name the short name, without regard to case
     * @return always the same object
     * @throws IllegalArgumentException the machine has no such service; names those it has
     */
    FakeService service(String name);

    /**
     * Returns a service, and installs it, stopped, where the machine does not have it yet.
     *
     * @param service the short name
     * @return the service, new or not
     */
    FakeService install(String service);

    /**
     * Returns a volume by its name on this machine.
     *
     * @param name the GUID path, without regard to case
     * @return the volume as this machine sees it
     * @throws IllegalArgumentException the machine has no such volume; names those it has
     */
    FakeVolume volume(String name);

    /**
     * Returns whether the network sends to this machine what is for an address: it has the address, usable, and nobody announced it later.
     * Without an announcement the network goes on sending to where the address was before.
     *
     * @param address the literal without a prefix length
     * @return true where clients that use the address reach this machine
     */
    boolean receives(String address);

    /**
     * Returns what was asked of this machine; not what was only looked at.
     *
     * @return in order; among the last 50,000 lines of the run, all machines together
     */
    List<Act> acts();

    /** {@return the messages that resources broadcast on this machine, in order} */
    List<MessageBroadcast> broadcasts();

    /**
     * {@return the watches of this machine outside any controller: those of {@link #context} and of scripts that run
     * here}
     */
    WatchRegistry watches();

    /**
     * Returns a builder of a context to run one resource's operations by hand.
     *
     * @param group the group
     * @param resource the resource's name
     * @return a builder that knows {@link #watches}
     * @throws IllegalArgumentException the group has no such resource
     */
    ResourceContext.Builder context(FailoverGroup group, String resource);

    /**
     * Takes the power away: its processes, timers, services, mounts and addresses are gone at once, without a word. Nothing can be asked
     * of the machine until {@link #boot}. Does nothing on a machine that is off.
     */
    void powerOff();

    /**
     * Ends the process that runs the library: its tasks and timers are gone; services, mounts and addresses live on. The
     * {@link #timeline} is another one from now on, for a new process.
     */
    void killProcess();

    /** Starts the machine again: services stopped, volumes offline, no addresses. Does nothing on a machine that is on. */
    void boot();

    /** {@return whether the machine is on} */
    boolean poweredOn();

    /**
     * Lets time pass until nothing is pending but periodic work and what hangs. In real time: until nothing of the machine itself is
     * pending.
     *
     * @throws AssertionError it is still not so after one hour of virtual time
     */
    void settle();

    /**
     * Lets a time pass.
     *
     * @param time how much of the time of the run
     */
    void advance(Duration time);

    /**
     * Returns what happened on this machine: acts, what became of them, and the events of groups.
     *
     * @return one line each, oldest first; among the last 50,000 lines of the run, all machines together
     */
    String trace();

    /**
     * Ends the run and everything that still runs in it. Of a machine among {@link FakeMachines}: does nothing, they are closed together.
     *
     * @throws InvariantViolation a rule was broken and nothing told it yet
     */
    @Override
    void close();

    /** Builds a machine. Not thread-safe. */
    interface Builder {
        /**
         * Installs what the resources of groups use: services, volumes on disks, addresses. Of the two FTP services only the one that comes
         * with the machine's version of IIS.
         *
         * @param groups any; also groups in whose lists the machine is not
         * @return this
         */
        Builder provide(FailoverGroup... groups);

        /**
         * Installs further services, stopped.
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
         * Runs the machine on the system's clock instead of in virtual time.
         *
         * @return this
         */
        Builder realTime();

        /**
         * Sets the version of IIS.
         *
         * @param version {@code major.minor}, or empty for a machine without IIS; "10.0" where this is not called
         * @return this
         */
        Builder iisVersion(String version);

        /**
         * Sets the version of Windows, which the machine tells and by which it changes nothing.
         *
         * @param version {@code major.minor.build}; "10.0.20348" where this is not called
         * @return this
         */
        Builder windowsVersion(String version);

        /**
         * Sets whether the process says that it is elevated. It changes nothing else: nothing is refused for it.
         *
         * @param elevated true where this is not called
         * @return this
         */
        Builder elevated(boolean elevated);

        /**
         * Adds a network interface; without any there is "Ethernet" in 10.0.0.0/16 and fd00::/64.
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

        /** {@return a machine that is powered on} */
        FakePlatform build();
    }
}
