package io.clp.internal.member;

import io.clp.CallInterruptedException;
import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupController;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.StartReport;
import io.clp.StopReport;
import io.clp.Subscription;
import io.clp.failover.ClusterMember;
import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import io.clp.failover.Leave;
import io.clp.failover.LeaveReport;
import io.clp.failover.Plan;
import io.clp.time.Timeline;
import io.clp.time.TimelineEndedException;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member: inputs come from any thread and are taken one at a time by whichever thread finds nobody taking them. */
final class NodeMember implements ClusterMember {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMember.class);
    private static final Duration BACKSTOP = Duration.ofDays(1);

    private final GroupController controller;
    private final Coordination coordination;
    private final Timeline timeline;
    private final MemberCore core;
    private final Doer doer;
    private final Asked asked = new Asked();
    private final AtomicLong calls = new AtomicLong();
    private final List<FailoverGroup> groups = new CopyOnWriteArrayList<>();
    private final Map<GroupId, Integer> indexes = new ConcurrentHashMap<>();
    private final Deque<Runnable> inputs = new ArrayDeque<>();
    private final Duration lookEvery;
    private boolean taking;
    private boolean begun;
    private List<AutoCloseable> toClose = List.of();
    private @Nullable Timer wake;
    private long wakeAt = Long.MAX_VALUE;
    private volatile @Nullable LeaveReport left;

    /**
     * What a member is built with.
     *
     * @param controller what runs the groups
     * @param coordination the session
     * @param fencer who fences
     * @param settings the core's
     * @param lookEvery how often it looks
     */
    record Parts(
            GroupController controller,
            Coordination coordination,
            Fencer fencer,
            MemberState.Settings settings,
            Duration lookEvery) {}

    NodeMember(Parts parts) {
        controller = parts.controller();
        coordination = parts.coordination();
        timeline = controller.platform().timeline();
        core = new MemberCore(parts.settings());
        doer = new Doer(controller, coordination, parts.fencer(), groups::get, this::post);
        lookEvery = parts.lookEvery();
        controller.groups().forEach(it -> know(it, false));
    }

    private void know(FailoverGroup group, boolean waitsForStart) {
        synchronized (core) {
            indexes.put(group.id(), groups.size());
            groups.add(group);
            core.add(group, waitsForStart, controller.startLimit(group).toNanos());
        }
    }

    // ------------------------------------------------------------ inputs

    private void post(MemberInput input) {
        take(() -> take(input));
    }

    /** What is true at the moment it is taken, not at the moment somebody said that it has changed. */
    private void look() {
        take(() -> take(new MemberInput.Contact(coordination.connection(), coordination.alive())));
    }

    private void heard(GroupEvent event) {
        Integer index = event instanceof GroupChanged ? indexes.get(event.group()) : null;
        if (index != null) {
            take(() -> take(new MemberInput.Became(index, doer.stateOf(groups.get(index)))));
        }
    }

    private void take(Runnable input) {
        synchronized (inputs) {
            inputs.add(input);
            if (taking) {
                return;
            }
            taking = true;
        }
        while (true) {
            Runnable next;
            synchronized (inputs) {
                next = inputs.poll();
                taking = next != null;
            }
            if (next == null) {
                return;
            }
            boolean done = false;
            try {
                next.run();
                done = true;
            } finally {
                if (!done) { // what it threw is the caller's; the inputs behind it are for whoever comes next
                    synchronized (inputs) {
                        taking = false;
                    }
                }
            }
        }
    }

    private void take(MemberInput input) {
        if (left != null) {
            return;
        }
        List<MemberAction> actions;
        long next;
        long now = timeline.nanos();
        synchronized (core) {
            actions = core.take(input, now, timeline.now().toEpochMilli());
            next = core.wakeAt();
        }
        for (MemberAction action : actions) {
            act(action);
        }
        if (left == null && next != wakeAt) {
            wakeAt(next, now);
        }
    }

    private void wakeAt(long next, long now) {
        wakeAt = next;
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
        if (next != Long.MAX_VALUE) {
            wake = timeline.after(Duration.ofNanos(Math.max(1, next - now)), () -> {
                take(() -> {
                    wakeAt = Long.MAX_VALUE;
                    take(new MemberInput.Tick());
                });
            });
        }
    }

    private void act(MemberAction action) {
        if (action instanceof MemberAction.Read read) {
            doer.read(read.groups());
        } else if (action instanceof MemberAction.Claim claim) {
            doer.claim(claim.group());
        } else if (action instanceof MemberAction.TakeOver takeOver) {
            doer.takeOver(takeOver);
        } else if (action instanceof MemberAction.Release release) {
            doer.release(release);
        } else if (action instanceof MemberAction.Redirect redirect) {
            doer.redirect(redirect);
        } else if (action instanceof MemberAction.Publish publish) {
            doer.publish(publish);
        } else if (action instanceof MemberAction.Remember remember) {
            doer.remember(remember);
        } else if (action instanceof MemberAction.Start start) {
            doer.start(start);
        } else if (action instanceof MemberAction.Stop stop) {
            doer.stop(stop);
        } else if (action instanceof MemberAction.Restart restart) {
            doer.restart(restart);
        } else if (action instanceof MemberAction.Clean clean) {
            doer.clean(clean);
        } else if (action instanceof MemberAction.Fence fence) {
            doer.fence(fence.node());
        } else if (action instanceof MemberAction.RunFinal runFinal) {
            doer.runFinal(runFinal);
        } else {
            actHere(action);
        }
    }

    private void actHere(MemberAction action) {
        if (action instanceof MemberAction.Answer answer) {
            if (answer.result() instanceof LeaveReport report && answer.call().kind() == MemberCall.Kind.LEAVE) {
                left = report;
            }
            asked.answer(answer.call(), answer.result(), answer.error());
        } else if (action instanceof MemberAction.Moved moved) {
            controller.tellMove(moved.report(), moved.epoch());
        } else if (action instanceof MemberAction.Supervise supervise) {
            if (supervise.on()) {
                controller.resumeSupervision();
            } else {
                controller.suspendSupervision();
            }
        } else if (action instanceof MemberAction.Say say) {
            if (say.alarm()) {
                LOG.warn("member {}: {}", nodeId(), say.text());
            } else {
                LOG.info("member {}: {}", nodeId(), say.text());
            }
        } else if (action instanceof MemberAction.Leave) {
            end();
        }
    }

    private void begin() {
        synchronized (inputs) {
            if (begun) {
                return;
            }
            begun = true;
        }
        Subscription changes = coordination.watch(this::look);
        Subscription events = controller.subscribe(this::heard, Runnable::run);
        Timer looking = timeline.every(lookEvery, () -> {
            look();
            post(new MemberInput.Tick());
        });
        toClose = List.of(changes, events, looking::cancel);
    }

    private void end() {
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
        for (AutoCloseable each : toClose) {
            try {
                each.close();
            } catch (TimelineEndedException e) {
                throw e;
            } catch (Exception e) {
                LOG.warn("member {}: a subscription could not be closed", nodeId(), e);
            }
        }
        toClose = List.of();
    }

    // ------------------------------------------------------------ calls

    @Override
    public NodeId nodeId() {
        return controller.nodeId();
    }

    @Override
    public void join() {
        begin();
        look();
        ask(MemberCall.Kind.JOIN, -1, null, null, 0);
    }

    @Override
    public void add(FailoverGroup... more) {
        controller.add(more);
        for (FailoverGroup group : more) {
            know(group, true);
        }
        post(new MemberInput.Added());
    }

    @Override
    public StartReport start(FailoverGroup group) {
        return (StartReport) ask(MemberCall.Kind.START, index(group), null, null, 0);
    }

    @Override
    public StopReport stop(FailoverGroup group) {
        return (StopReport) ask(MemberCall.Kind.STOP, index(group), null, null, 0);
    }

    @Override
    public MoveReport move(FailoverGroup group, NodeId target) {
        return (MoveReport) ask(MemberCall.Kind.MOVE, index(group), target, null, 0);
    }

    @Override
    public CompletableFuture<MoveReport> moveAsync(FailoverGroup group, NodeId target) {
        CompletableFuture<Object> answer = send(call(MemberCall.Kind.MOVE, index(group), target, null, 0));
        CompletableFuture<MoveReport> given = new CompletableFuture<>();
        CompletableFuture<?> unused = answer.whenComplete((report, failure) -> timeline.fork("answer", () -> {
            if (failure == null) {
                given.complete((MoveReport) report);
            } else {
                given.completeExceptionally(failure);
            }
            return true;
        }));
        return given;
    }

    @Override
    public MoveReport failback(FailoverGroup group) {
        return (MoveReport) ask(MemberCall.Kind.FAILBACK, index(group), null, null, 0);
    }

    @Override
    public Plan plan(FailoverGroup group) {
        index(group);
        synchronized (core) {
            return core.plan();
        }
    }

    @Override
    public Optional<NodeId> ownerOf(FailoverGroup group) {
        int index = index(group);
        synchronized (core) {
            return Optional.ofNullable(core.entry(index).owner());
        }
    }

    @Override
    public void suspendMonitors() {}

    @Override
    public void resumeMonitors() {}

    @Override
    public LeaveReport drain(NodeId node, Duration limit) {
        return (LeaveReport) ask(MemberCall.Kind.DRAIN, -1, node, null, limit.toNanos());
    }

    @Override
    public void undrain() {
        ask(MemberCall.Kind.UNDRAIN, -1, null, null, 0);
    }

    @Override
    public LeaveReport leave(Leave how, Duration limit) {
        LeaveReport before = left;
        return before != null ? before : (LeaveReport) ask(MemberCall.Kind.LEAVE, -1, null, how, limit.toNanos());
    }

    @Override
    public void close() {
        if (left != null) {
            return;
        }
        Duration limit = groups.stream()
                .map(controller::stopLimit)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        try {
            leave(Leave.STOP_GROUPS, limit.plusSeconds(10));
        } catch (TimelineEndedException e) {
            LOG.debug("member {}: its process has ended", nodeId(), e);
        }
    }

    private int index(FailoverGroup group) {
        Integer index = indexes.get(group.id());
        if (index == null || groups.get(index) != group) {
            throw new IllegalArgumentException("the member of " + nodeId() + " does not know " + group);
        }
        return index;
    }

    private MemberCall call(MemberCall.Kind kind, int group, @Nullable NodeId target, @Nullable Leave how, long limit) {
        return new MemberCall(calls.incrementAndGet(), kind, group, target, how, limit);
    }

    private CompletableFuture<Object> send(MemberCall call) {
        CompletableFuture<Object> answer = asked.expect(call);
        post(new MemberInput.Asked(call));
        return answer;
    }

    private Object ask(MemberCall.Kind kind, int group, @Nullable NodeId target, @Nullable Leave how, long limit) {
        MemberCall call = call(kind, group, target, how, limit);
        CompletableFuture<Object> answer = send(call);
        try {
            if (!timeline.await(answer, BACKSTOP)) {
                throw new IllegalStateException(kind.words + " was not answered within " + BACKSTOP);
            }
            return Objects.requireNonNull(answer.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(kind.words + " on " + nodeId(), e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof ClpException fault ? fault : e;
        }
    }
}
