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
     * @throws IllegalArgumentException the machine has no such service; names those it has
     */
    FakeService service(String name);

    /** Returns a service, and installs it, stopped, where the machine does not have it yet. */
    FakeService install(String service);

    /**
     * Returns a volume by its name on this machine.
     *
     * @throws IllegalArgumentException the machine has no such volume; names those it has
     */
    FakeVolume volume(String name);

    /**
     * Returns whether the network sends to this machine what is for an address: it has the address, usable, and nobody announced it later.
     * Without an announcement the network goes on sending to where the address was before.
     *
     * @param address the literal
     */
    boolean receives(String address);

    /** Returns what was asked of this machine, in order; not what was only looked at. The last 50,000. */
    List<Act> acts();

    /** Returns the messages that resources broadcast on this machine, in order. */
    List<MessageBroadcast> broadcasts();

    /** Returns the watches of this machine outside any controller: those of {@link #context} and of scripts that run here. */
    WatchRegistry watches();

    /** Returns a builder of a context to run one resource's operations by hand. */
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

    /** Returns whether the machine is on. */
    boolean poweredOn();

    /**
     * Lets time pass until nothing is pending but periodic work and what hangs. In real time: until nothing of the machine itself is
     * pending.
     *
     * @throws AssertionError it is still not so after one hour of virtual time
     */
    void settle();

    /** Lets a time pass. */
    void advance(Duration time);

    /** Returns what happened, one line each, oldest first: acts, what became of them, and the events of groups. The last 50,000. */
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
         */
        Builder provide(FailoverGroup... groups);

        /** Installs further services, stopped. */
        Builder install(String... services);

        /** Sets how long everything takes; {@link Latencies#none()} without it. */
        Builder latencies(Latencies latencies);

        /** Sets the seed; 1 without it. */
        Builder seed(long seed);

        /** Runs the machine on the system's clock instead of in virtual time. */
        Builder realTime();

        /** Sets the version of IIS, as {@code major.minor}; "10.0" without it, and empty for a machine without IIS. */
        Builder iisVersion(String version);

        /**
         * Adds a network interface; without any there is "Ethernet" in 10.0.0.0/16 and fd00::/64.
         *
         * @param alias its name
         * @param subnets the subnets it lies in, as "10.1.0.0/16"
         */
        Builder networkInterface(String alias, String... subnets);

        /** Sets whether the invariants are checked; true without it. */
        Builder invariants(boolean checked);

        /** Builds the machine, powered on. */
        FakePlatform build();
    }
}
