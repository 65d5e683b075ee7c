package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.testkit.Act;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.InvariantViolation;
import io.clp.testkit.Latencies;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that fake machines share, and the one lock that guards all that they hold. The lock is never held across a wait, and nothing
 * is called under it that could wait.
 */
public final class World {
    final Setup setup;
    final Clockwork clock;
    final Journal journal;
    final Map<NodeId, Machine> machines = new LinkedHashMap<>();

    /** Which machine the network believes to have an address. */
    final Map<String, NodeId> neighbours = new LinkedHashMap<>();

    private final Rules rules;
    private final Object lock = new Object();
    private final long startNanos;
    private final List<CompletableFuture<?>> toWake = new ArrayList<>();
    private boolean touched;
    private volatile @Nullable InvariantViolation violation;
    private volatile boolean thrown;
    private volatile boolean told;

    private World(Setup setup) {
        this.setup = setup;
        clock = setup.realTime ? new RealClockwork() : new VirtualClockwork(setup.seed, this::throwInStep);
        startNanos = clock.hardware().nanos();
        journal = new Journal(this::elapsed);
        rules = new Rules(this);
    }

    static World create(Setup setup, List<NodeId> nodes, MachineMaker maker) {
        World world = new World(setup);
        for (NodeId node : nodes) {
            world.machines.put(node, maker.make(world, node));
        }
        new Provisioning(world).run();
        return world;
    }

    /** Puts on all machines what groups need, now that they run. */
    public void provide(FailoverGroup... groups) {
        checkForTest();
        Provisioning provisioning = new Provisioning(this);
        change(() -> List.of(groups).forEach(provisioning::provide));
    }

    FakePlatform alone() {
        Machine machine = machines.values().iterator().next();
        machine.closesWorld();
        return machine;
    }

    FakeMachines together() {
        return new Machines(this);
    }

    /** Returns how much time of the run has passed. */
    public Duration elapsed() {
        return Duration.ofNanos(clock.hardware().nanos() - startNanos);
    }

    Rules rules() {
        return rules;
    }

    /** Reads, or changes something; then checks the rules, and wakes who waited for it. Not within another change. */
    public <T> T change(Supplier<T> work) {
        T result;
        boolean changed;
        List<CompletableFuture<?>> wake = null;
        synchronized (lock) {
            result = work.get();
            changed = touched;
            if (touched) {
                touched = false;
                rules.check();
            }
            if (!toWake.isEmpty()) {
                wake = List.copyOf(toWake);
                toWake.clear();
            }
        }
        if (wake != null) {
            wake.forEach(it -> it.complete(null));
        }
        if (changed) {
            clock.progress();
        }
        return result;
    }

    /** Changes something; then checks the rules, and wakes who waited for it. Not within another change. */
    public void change(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }

    /** Runs a change later, on the machines' own time. */
    public void after(Duration delay, Runnable work) {
        clock.hardware().after(delay, () -> change(work));
    }

    /** Returns the time of the machines themselves, which no power-off ends and no pause stops. */
    public Timeline hardware() {
        return clock.hardware();
    }

    /** Returns the seed of the run. */
    public long seed() {
        return setup.seed;
    }

    /** Returns whether the machines run on the system's clock. */
    public boolean realTime() {
        return setup.realTime;
    }

    /** Returns how long everything takes. */
    public Latencies latencies() {
        return setup.latencies;
    }

    /** Tells that something has changed that no machine holds, so that settling looks once more. */
    public void progress() {
        clock.progress();
    }

    /** Returns whether the calling code belongs to a process that has been ended. */
    public boolean calledByTheDead() {
        return clock.calledByTheDead();
    }

    /** Keeps in the trace what happened to a machine. Under the lock. */
    public void happened(NodeId node, String subject, String what) {
        journal.happened(node, subject, what);
    }

    /** Keeps in the trace what happened to a machine; the text is made of what never changes. Under the lock. */
    public void happened(NodeId node, String subject, Supplier<String> what) {
        journal.happened(node, subject, what);
    }

    /** Returns what happened on all machines. */
    public String trace() {
        return change(() -> journal.trace(it -> true));
    }

    /** Returns what was asked of all machines. */
    public List<Act> acts() {
        checkForTest();
        return change(() -> journal.acts(it -> true));
    }

    /** Notes that what machines hold has changed. Under the lock. */
    void touch() {
        touched = true;
    }

    /** Completes a future once the lock is free. Under the lock. */
    public void wake(CompletableFuture<?> future) {
        toWake.add(future);
    }

    /** Notes that a rule was broken; the first one counts. Under the lock. */
    public void violated(NodeId node, String rule) {
        journal.happened(node, "RULE BROKEN", rule);
        if (violation == null && setup.invariants) {
            violation = new InvariantViolation(rule, setup.seed, elapsed(), journal.trace(it -> true));
        }
    }

    /** Throws what is to be told to the test. */
    public void checkForTest() {
        InvariantViolation broken = violation;
        if (broken != null && !told) {
            told = true;
            throw broken;
        }
    }

    /** Ends the test's wait, once, wherever it waits: perhaps deep in code that hides what it is told. */
    private void throwInStep() {
        InvariantViolation broken = violation;
        if (broken != null && !thrown) {
            thrown = true;
            throw broken;
        }
    }

    /** Lets time pass until nothing is pending. */
    public void settle() {
        forTest(() -> {
            clock.settle();
            return true;
        });
    }

    /** Lets a time pass. */
    public void advance(Duration time) {
        forTest(() -> {
            clock.advance(time);
            return true;
        });
    }

    /** Makes the machines of a run. */
    @FunctionalInterface
    public interface MachineMaker {
        /** Returns a machine of a name. */
        Machine make(World world, NodeId node);
    }

    /** Makes a call of the test, which is told by it of a rule that was broken. */
    public <T> T forTest(Supplier<T> call) {
        checkForTest();
        T result;
        try {
            result = call.get();
        } catch (InvariantViolation broken) {
            told = true;
            throw broken;
        }
        checkForTest();
        return result;
    }

    /** Ends the run. */
    public void close() {
        clock.close();
        InvariantViolation broken = violation;
        if (broken != null && !told) {
            told = true;
            // Another object: the first one may be under way already, and cannot suppress itself.
            throw new InvariantViolation(
                    broken.rule(), broken.seed(), broken.at(), change(() -> journal.trace(it -> true)));
        }
    }
}
