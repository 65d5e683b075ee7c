package io.clp.internal.monitor;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupState;
import io.clp.ResourceId;
import io.clp.monitor.Monitor;
import io.clp.monitor.MonitorProbe;
import io.clp.resource.Probe;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.TimelineEndedException;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The monitors of one group on one node. Resources are probed by the controller, everything else by tasks of its own; inputs come from any
 * thread and are taken one at a time. Thread-safe; nothing in here waits.
 */
public final class GroupMonitors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupMonitors.class);

    private final GroupController controller;
    private final FailoverGroup group;
    private final Timeline timeline;
    private final Consumer<? super Verdict> verdicts;
    private final List<Monitor> monitors;
    private final Deque<MonitorInput> inputs = new ArrayDeque<>();
    private boolean taking;

    // by whoever takes inputs
    private MonitorState state;
    private final Map<Long, Timer> beats = new HashMap<>();
    private final Map<Integer, Forked> tasks = new HashMap<>();
    private @Nullable Timer wake;

    /**
     * Makes monitors that do nothing yet.
     *
     * @param controller has the group, and probes its resources
     * @param group whose monitors
     * @param timeline where time passes and users' probes run
     * @param verdicts told of each verdict, in order and one at a time; must be short and must not wait
     */
    public GroupMonitors(
            GroupController controller, FailoverGroup group, Timeline timeline, Consumer<? super Verdict> verdicts) {
        this.controller = controller;
        this.group = group;
        this.timeline = timeline;
        this.verdicts = verdicts;
        monitors = group.monitors();
        state = MonitorState.initial(monitors.size());
    }

    /** Begins, with the state that the group has now. What it becomes later is to be told by {@link #groupBecame}. */
    public void begin() {
        groupBecame(controller.view(group).state());
    }

    /** Tells what the group became. Telling the same again does nothing. */
    public void groupBecame(GroupState now) {
        post(new MonitorInput.GroupBecame(Availability.of(now)));
    }

    /** Suspends all monitors: what runs is interrupted and not counted. Suspending twice does nothing. */
    public void suspend() {
        post(new MonitorInput.Suspended());
    }

    /** Resumes the monitors; they count from nothing. */
    public void resume() {
        post(new MonitorInput.Resumed());
    }

    /** Tells that a resource was reported failed: counts as a failed probe, and the next one begins at once. */
    public void reported(ResourceId resource) {
        post(new MonitorInput.Reported(resource));
    }

    /** Ends the monitors for good. What runs is interrupted, and no verdict is told any more. */
    @Override
    public void close() {
        post(new MonitorInput.Closed());
    }

    private void post(MonitorInput input) {
        synchronized (inputs) {
            inputs.add(input);
            if (taking) {
                return; // whoever takes inputs takes this one too
            }
            taking = true;
        }
        boolean done = false;
        try {
            for (MonitorInput next = next(); next != null; next = next()) {
                take(next);
            }
            done = true;
        } finally {
            if (!done) {
                synchronized (inputs) {
                    taking = false;
                }
            }
        }
    }

    private @Nullable MonitorInput next() {
        synchronized (inputs) {
            MonitorInput next = inputs.poll();
            taking = next != null;
            return next;
        }
    }

    private void take(MonitorInput input) {
        if (input instanceof MonitorInput.Probed probed) {
            tasks.remove(probed.token());
            LOG.debug("{} of group {} found {}", monitors.get(probed.monitor()), group.id(), probed.probe());
        }
        long now = timeline.nanos();
        MonitorDecision decision = MonitorCore.decide(monitors, state, input, now);
        state = decision.state();
        decision.actions().forEach(it -> act(it, now));
    }

    private void act(MonitorAction action, long now) {
        if (action instanceof MonitorAction.Run run) {
            Monitor monitor = monitors.get(run.monitor());
            monitor.probe().ifPresentOrElse(code -> fork(run, monitor, code, now), () -> ask(run, monitor));
        } else if (action instanceof MonitorAction.Interrupt interrupt) {
            interrupt(interrupt);
        } else if (action instanceof MonitorAction.Tell tell) {
            tell(monitors.get(tell.monitor()), tell.why());
        } else if (action instanceof MonitorAction.BeatEvery beat) {
            beat(beat.intervalNanos(), beat.on());
        } else if (action instanceof MonitorAction.WakeAt at) {
            wakeAt(at.at(), now);
        }
    }

    private void ask(MonitorAction.Run run, Monitor monitor) {
        CompletableFuture<Probe> probe;
        try {
            probe = controller.probeAsync(group, monitor.watches());
        } catch (TimelineEndedException e) {
            throw e;
        } catch (RuntimeException e) {
            probe = CompletableFuture.failedFuture(e);
        }
        heard(probe, run);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is hung on it does not throw but where the timeline has ended
    private void heard(CompletableFuture<Probe> probe, MonitorAction.Run run) {
        probe.whenComplete((found, failure) ->
                cameBack(run, found != null ? found : Probe.unknown("the controller did not probe: " + failure)));
    }

    private void fork(MonitorAction.Run run, Monitor monitor, MonitorProbe code, long now) {
        Look look = new Look(
                controller.nodeId(),
                group,
                monitor,
                timeline,
                now + monitor.timeout().toNanos());
        AtomicBoolean begun = new AtomicBoolean();
        try {
            Task<?> task = timeline.fork("monitor " + monitor.id() + " of group " + group.id(), () -> {
                if (begun.compareAndSet(false, true)) {
                    cameBack(run, look.probe(code));
                }
                return null;
            });
            tasks.put(run.token(), new Forked(task, begun));
        } catch (TimelineEndedException e) {
            throw e;
        } catch (RuntimeException | Error e) { // a user's executor may refuse as it likes
            cameBack(run, Probe.unknown("the executor refuses probes: " + e));
        }
    }

    private void interrupt(MonitorAction.Interrupt interrupt) {
        Forked forked = tasks.get(interrupt.token());
        if (forked != null && forked.begun.compareAndSet(false, true)) {
            post(new MonitorInput.Probed(interrupt.monitor(), interrupt.token(), Probe.unknown("it never began")));
        }
        if (forked != null) {
            forked.task.interrupt();
        }
    }

    private void cameBack(MonitorAction.Run run, Probe probe) {
        post(new MonitorInput.Probed(run.monitor(), run.token(), probe));
    }

    private void tell(Monitor monitor, String why) {
        LOG.warn(
                "group {} on {}: monitor {} of {}: {}",
                group.id(),
                controller.nodeId(),
                monitor.id(),
                monitor.watches(),
                why);
        try {
            verdicts.accept(new Verdict(monitor.id(), monitor.watches(), why));
        } catch (TimelineEndedException e) {
            throw e;
        } catch (RuntimeException | Error e) { // its fault ends no monitor
            LOG.error("whoever is told of the verdicts on group {} threw", group.id(), e);
        }
    }

    private void beat(long intervalNanos, boolean on) {
        Timer before = beats.remove(intervalNanos);
        if (before != null) {
            before.cancel();
        }
        if (on) {
            Duration interval = Duration.ofNanos(intervalNanos);
            beats.put(intervalNanos, timeline.every(interval, () -> post(new MonitorInput.Beat(intervalNanos))));
        }
    }

    private void wakeAt(long at, long now) {
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
        if (at != Long.MAX_VALUE) {
            wake = timeline.after(Duration.ofNanos(at - now), () -> post(new MonitorInput.Wake()));
        }
    }

    /**
     * A user's probe that has not come back.
     *
     * @param task runs it
     * @param begun whether it has begun, or will never
     */
    private record Forked(Task<?> task, AtomicBoolean begun) {}
}
