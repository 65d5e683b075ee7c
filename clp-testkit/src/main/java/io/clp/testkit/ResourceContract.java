package io.clp.testkit;

import static io.clp.resource.Probe.State.OFFLINE;
import static io.clp.resource.Probe.State.ONLINE;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import io.clp.resource.ResourceTier;
import io.clp.testkit.ResourceTrial.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The laws that every {@link Resource} keeps, as ready tests. Extend it in a test class of your own and return the resource; each law
 * then runs on fake machines of its own, in virtual time, its operations called as a controller calls them.
 *
 * <p>A resource that must break a law overrides that law's method, without {@code @Test}, and says why. What the resource talks to
 * besides the platform is replaced by the test: a real socket does not obey virtual time.
 */
public abstract class ResourceContract {
    private static final int PARTS = 4;

    /** Makes a test of a resource's laws. */
    protected ResourceContract() {}

    /**
     * Returns the resource to be tested, offline and new.
     *
     * @return called once for each run; may be the same one each time, as definitions keep nothing
     */
    protected abstract Resource resource();

    /**
     * Prepares a machine before anything is asked of the resource: times, programs, what the resource needs beside what it
     * {@linkplain Resource#uses uses}. Does nothing by default.
     *
     * @param platform one of the group's nodes; its services, volumes and addresses are installed, and all are offline
     */
    protected void prepare(FakePlatform platform) {}

    /**
     * Returns the group around the resource. By default it runs on SV1 and SV2 and has nothing else.
     *
     * @param resource what {@link #resource} returned
     * @return a group that has this resource
     */
    protected FailoverGroup group(Resource resource) {
        return FailoverGroup.builder("contract")
                .nodes("SV1", "SV2")
                .resource(resource)
                .build();
    }

    /**
     * Returns how long everything takes on the machines; {@link Latencies#windowsServer()} by default.
     *
     * @return the latencies
     */
    protected Latencies latencies() {
        return Latencies.windowsServer();
    }

    /** The id, the tier and what it uses are always the same. */
    @Test
    public void saysTheSameOfItselfAlways() {
        onFreshMachines(trial -> {
            Resource resource = trial.resource();
            ResourceId id = resource.id();
            ResourceTier tier = resource.tier();
            Set<NodeThing> uses = Set.copyOf(resource.uses());
            trial.run(Kind.ONLINE);
            trial.run(Kind.OFFLINE);
            trial.check(id.equals(resource.id()), "the id was " + id + " and is " + resource.id());
            trial.check(tier == resource.tier(), "the tier was " + tier + " and is " + resource.tier());
            trial.check(uses.equals(resource.uses()), "it used " + uses + " and uses " + resource.uses());
        });
    }

    /** What was never online is probed offline. */
    @Test
    public void isOfflineAtFirst() {
        onFreshMachines(trial -> trial.expect(OFFLINE, "before anything was done"));
    }

    /** After online the probe says online, after offline it says offline, and so again. */
    @Test
    public void goesOnlineAndOfflineAgainAndAgain() {
        onFreshMachines(trial -> {
            for (int i = 1; i <= 2; i++) {
                trial.run(Kind.ONLINE);
                trial.expect(ONLINE, "after online, round " + i);
                trial.run(Kind.OFFLINE);
                trial.expect(OFFLINE, "after offline, round " + i);
            }
        });
    }

    /** It goes online after a failover as after a start. */
    @Test
    public void goesOnlineAfterAFailover() {
        onFreshMachines(trial -> {
            trial.cause(StartCause.FAILOVER);
            trial.run(Kind.ONLINE);
            trial.expect(ONLINE, "after online with cause FAILOVER");
            trial.run(Kind.OFFLINE);
            trial.expect(OFFLINE, "after offline");
        });
    }

    /** Online of what is online does nothing. */
    @Test
    public void onlineTwiceIsOnlineOnce() {
        onFreshMachines(trial -> {
            trial.run(Kind.ONLINE);
            List<String> held = trial.held();
            trial.run(Kind.ONLINE);
            trial.expect(ONLINE, "after the second online");
            trial.checkHeld(held, "the second online");
        });
    }

    /** Offline of what was never online does nothing. */
    @Test
    public void offlineOfNothingDoesNothing() {
        onFreshMachines(trial -> {
            List<String> held = trial.held();
            trial.run(Kind.OFFLINE);
            trial.expect(OFFLINE, "after offline of nothing");
            trial.checkHeld(held, "offline of nothing");
        });
    }

    /** Offline of what is offline does nothing. */
    @Test
    public void offlineTwiceIsOfflineOnce() {
        onFreshMachines(trial -> {
            trial.run(Kind.ONLINE);
            trial.run(Kind.OFFLINE);
            List<String> held = trial.held();
            trial.run(Kind.OFFLINE);
            trial.expect(OFFLINE, "after the second offline");
            trial.checkHeld(held, "the second offline");
        });
    }

    /** A probe asks nothing of the machine and changes nothing; two in a row find the same. */
    @Test
    public void aProbeChangesNothing() {
        onFreshMachines(trial -> {
            trial.checkActs("a probe of what is offline", () -> trial.expect(OFFLINE, "before anything was done"));
            trial.expect(OFFLINE, "after a probe");
            trial.run(Kind.ONLINE);
            List<String> held = trial.held();
            trial.checkActs("a probe of what is online", () -> trial.expect(ONLINE, "after online"));
            trial.expect(ONLINE, "after a probe");
            trial.checkHeld(held, "a probe");
        });
    }

    /** Being told that a dependency failed touches nothing. */
    @Test
    public void touchesNothingWhenItIsBlocked() {
        onFreshMachines(trial -> {
            List<String> held = trial.held();
            trial.checkActs("onlineBlocked", trial::blocked);
            trial.checkHeld(held, "onlineBlocked");
            trial.expect(OFFLINE, "after onlineBlocked");
        });
    }

    /** The return of the node to the cluster changes no state, and a release leaves the resource offline. */
    @Test
    public void staysAsItIsWhenRecoveredAndWhenReleased() {
        onFreshMachines(trial -> {
            trial.run(Kind.ONLINE);
            List<String> held = trial.held();
            trial.run(Kind.RECOVERED);
            trial.expect(ONLINE, "after recovered");
            trial.checkHeld(held, "recovered");
            trial.run(Kind.OFFLINE);
            trial.run(Kind.RELEASED);
            trial.expect(OFFLINE, "after released");
        });
    }

    /** An interrupted online returns soon, does nothing afterwards, and can be tried again. */
    @Test
    public void anInterruptEndsOnline() {
        interruptEnds(Kind.ONLINE);
    }

    /** An interrupted offline returns soon, does nothing afterwards, and can be tried again. */
    @Test
    public void anInterruptEndsOffline() {
        interruptEnds(Kind.OFFLINE);
    }

    /** What was begun and interrupted can be taken back. */
    @Test
    public void goesOfflineAfterAnInterruptedOnline() {
        Duration whole = duration(Kind.ONLINE);
        for (int part = 0; part < PARTS; part++) {
            Duration after = whole.multipliedBy(part).dividedBy(PARTS);
            onFreshMachines(trial -> {
                trial.interruptAfter(after, Kind.ONLINE);
                trial.run(Kind.OFFLINE);
                trial.expect(OFFLINE, "after an online interrupted after " + after + ", and offline");
            });
        }
    }

    /** After a restart of the process, with nothing kept in memory, it is found online, and can go online and offline. */
    @Test
    public void outlivesTheProcess() {
        onFreshMachines(trial -> {
            trial.run(Kind.ONLINE);
            trial.restartProcess();
            trial.expect(ONLINE, "after a restart of the process");
            trial.run(Kind.ONLINE);
            trial.expect(ONLINE, "after online in the new process");
            trial.restartProcess();
            trial.run(Kind.OFFLINE);
            trial.expect(OFFLINE, "after offline in a new process");
            trial.restartProcess();
            trial.expect(OFFLINE, "after offline and a restart of the process");
        });
    }

    /** A process that dies in the middle of online leaves nothing that a new process could not take offline. */
    @Test
    public void goesOfflineAfterTheProcessDiedInOnline() {
        Duration whole = duration(Kind.ONLINE);
        for (int part = 0; part < PARTS; part++) {
            Duration after = whole.multipliedBy(part).dividedBy(PARTS);
            onFreshMachines(trial -> {
                trial.dieAfter(after, Kind.ONLINE);
                trial.run(Kind.OFFLINE);
                trial.expect(OFFLINE, "after the process died " + after + " into online, and offline");
            });
        }
    }

    /** Online on one node it is offline on the next, for the definition keeps nothing of a node; it can move there and back. */
    @Test
    public void isSharedByAllNodes() {
        onFreshMachines(trial -> {
            List<NodeId> nodes = trial.nodes();
            Assumptions.assumeTrue(nodes.size() > 1, "the group runs on one node only");
            for (NodeId node : List.of(nodes.get(0), nodes.get(1), nodes.get(0))) {
                trial.workOn(node);
                trial.expect(OFFLINE, "before it came to " + node);
                trial.run(Kind.ONLINE);
                trial.expect(ONLINE, "after it came to " + node);
                for (NodeId other : nodes) {
                    if (!other.equals(node)) {
                        trial.workOn(other);
                        trial.expect(OFFLINE, "while it is online on " + node);
                    }
                }
                trial.workOn(node);
                trial.run(Kind.OFFLINE);
                trial.expect(OFFLINE, "after it left " + node);
            }
        });
    }

    private void interruptEnds(Kind kind) {
        Duration whole = duration(kind);
        for (int part = 0; part < PARTS; part++) {
            Duration after = whole.multipliedBy(part).dividedBy(PARTS);
            onFreshMachines(trial -> {
                if (kind == Kind.OFFLINE) {
                    trial.run(Kind.ONLINE);
                }
                trial.interruptAfter(after, kind);
                trial.run(kind);
                trial.expect(kind.then(), "after " + kind + ", interrupted after " + after + " and tried again");
            });
        }
    }

    private Duration duration(Kind kind) {
        Duration[] took = {Duration.ZERO};
        onFreshMachines(trial -> {
            if (kind == Kind.OFFLINE) {
                trial.run(Kind.ONLINE);
            }
            took[0] = trial.run(kind);
        });
        return took[0];
    }

    private void onFreshMachines(Consumer<ResourceTrial> law) {
        Resource resource = resource();
        try (ResourceTrial trial = new ResourceTrial(resource, group(resource), latencies())) {
            trial.prepare(this::prepare);
            law.accept(trial);
        }
    }
}
