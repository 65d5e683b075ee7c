package io.clp.internal.runtime;

import io.clp.CallInterruptedException;
import io.clp.CallRefusedException;
import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.GroupListener;
import io.clp.GroupState;
import io.clp.GroupView;
import io.clp.MoveEnded;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.Subscription;
import io.clp.internal.decide.Call;
import io.clp.internal.decide.Input;
import io.clp.internal.definition.GroupsTogether;
import io.clp.internal.watch.NodeWatches;
import io.clp.platform.NodeThing;
import io.clp.platform.Platform;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The controller of a node: what its groups share, and the way from calls to answers. */
final class NodeController implements GroupController {
    final Logger log = LoggerFactory.getLogger(GroupController.class);
    final Platform platform;
    final Timeline timeline;
    final Launcher launcher;
    final NodeLocks locks = new NodeLocks();
    final EventHub events;
    final NodeWatches watches;
    private final NodeId nodeId;
    private final Handover handover;
    private final Object adding = new Object();
    private volatile Map<GroupId, GroupRunner> runners = Map.of();
    private boolean closed;
    private final Executor listenerExecutor;
    private final int hungCallLimit;
    private final AtomicInteger hung = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();

    NodeController(
            NodeId nodeId,
            Platform platform,
            List<FailoverGroup> groups,
            @Nullable Executor listenerExecutor,
            int hungCallLimit) {
        this.nodeId = nodeId;
        this.platform = platform;
        this.timeline = platform.timeline();
        this.launcher = Launcher.of(timeline);
        this.events = new EventHub(platform.observer());
        this.watches = new NodeWatches(platform, this::watchFailed);
        this.listenerExecutor =
                listenerExecutor == null ? work -> launcher.execute("listener", work) : listenerExecutor;
        this.hungCallLimit = hungCallLimit;
        this.handover = new Handover(launcher, log);
        introduce(groups.stream().map(it -> new GroupRunner(this, it)).toList());
    }

    private void introduce(List<GroupRunner> more) {
        Map<GroupId, GroupRunner> all = new LinkedHashMap<>(runners);
        more.forEach(it -> all.put(it.group.id(), it));
        Map<GroupId, GroupRunner> known = Collections.unmodifiableMap(all);
        events.introduce(() -> runners = known, number -> ViewOfGroup.presentState(nodeId, more, number));
    }

    NodeId id() {
        return nodeId;
    }

    void hungChanged(int by) {
        hung.addAndGet(by);
    }

    /** Returns the groups that are online here and use a service. */
    List<GroupRunner> onlineUsersOf(String service) {
        List<GroupRunner> users = new ArrayList<>();
        for (GroupRunner runner : runners.values()) {
            GroupState state = runner.view().state();
            if ((state == GroupState.ONLINE || state == GroupState.ONLINE_FAILURE)
                    && uses(runner, service).length > 0) {
                users.add(runner);
            }
        }
        return users;
    }

    private static int[] uses(GroupRunner runner, String service) {
        String key = NodeThing.service(service).key();
        return IntStream.range(0, runner.shape.size())
                .filter(i -> runner.uses(i, key))
                .toArray();
    }

    private void watchFailed(String watchId, String service, String why) {
        for (GroupRunner runner : runners.values()) {
            for (int index : uses(runner, service)) {
                report(runner, index, "watch " + watchId + " of service " + service + " failed: " + why);
            }
        }
    }

    @Override
    public NodeId nodeId() {
        return nodeId;
    }

    @Override
    public Optional<FailoverGroup> group(GroupId id) {
        return Optional.ofNullable(runners.get(id)).map(it -> it.group);
    }

    @Override
    public List<FailoverGroup> groups() {
        return runners.values().stream().map(it -> it.group).toList();
    }

    @Override
    public void add(FailoverGroup... groups) {
        List<FailoverGroup> more = List.of(groups);
        synchronized (adding) {
            if (closed) {
                CallRefusedException refused =
                        new CallRefusedException("add " + more, "the controller is closed", "use another controller");
                refused.locate(nodeId, null, null);
                throw refused;
            }
            List<FailoverGroup> together = new ArrayList<>(groups());
            together.addAll(more);
            GroupsTogether.check(together);
            introduce(more.stream().map(it -> new GroupRunner(this, it)).toList());
        }
        events.deliver();
    }

    @Override
    public GroupView view(FailoverGroup group) {
        GroupRunner runner = runner(group);
        return ViewOfGroup.of(runner.view(), runner.shape, group);
    }

    @Override
    public StartReport start(FailoverGroup group, StartCause cause) {
        return (StartReport) wait(group, startCall(cause, 0));
    }

    @Override
    public StartReport start(FailoverGroup group, StartCause cause, long epoch) {
        return (StartReport) wait(group, startCall(cause, positive(epoch)));
    }

    @Override
    public StopReport stop(FailoverGroup group, StopCause cause) {
        return (StopReport) wait(group, stopCall(cause));
    }

    @Override
    public StartReport restart(FailoverGroup group, ResourceId from) {
        return (StartReport) wait(group, call(Call.Kind.RESTART, null, null, 0, index(group, from)));
    }

    @Override
    public void recover(FailoverGroup group) {
        wait(group, call(Call.Kind.RECOVER, null, null, 0, -1));
    }

    @Override
    public CompletableFuture<StartReport> startAsync(FailoverGroup group, StartCause cause) {
        return handover.later(ask(group, startCall(cause, 0)).answer(), StartReport.class);
    }

    @Override
    public CompletableFuture<StartReport> startAsync(FailoverGroup group, StartCause cause, long epoch) {
        return handover.later(ask(group, startCall(cause, positive(epoch))).answer(), StartReport.class);
    }

    @Override
    public CompletableFuture<StartReport> restartAsync(FailoverGroup group, ResourceId from) {
        Call restart = call(Call.Kind.RESTART, null, null, 0, index(group, from));
        return handover.later(ask(group, restart).answer(), StartReport.class);
    }

    @Override
    public CompletableFuture<StopReport> stopAsync(FailoverGroup group, StopCause cause) {
        return handover.later(ask(group, stopCall(cause)).answer(), StopReport.class);
    }

    @Override
    public CompletableFuture<Probe> probeAsync(FailoverGroup group, ResourceId resource) {
        int index = index(group, resource);
        if (Inside.of(group)) {
            return CompletableFuture.completedFuture(Probe.notMade("asked from inside an operation of the same group"));
        }
        return handover.soon(runner(group).askProbe(index, calls.incrementAndGet()), Probe.class);
    }

    @Override
    public void reportFailure(FailoverGroup group, ResourceId resource, String why) {
        int index = index(group, resource);
        report(runner(group), index, resource + " was reported: " + why);
    }

    private void report(GroupRunner runner, int index, String why) {
        ClpException error = ResourceException.temporary(why);
        error.locate(nodeId, runner.group.id(), runner.shape.resource(index).id());
        runner.post(new Input.Reported(index, error));
    }

    @Override
    public List<StopReport> stopUnowned(Set<GroupId> owned) {
        return Unowned.stop(this, owned);
    }

    @Override
    public Duration startLimit(FailoverGroup group) {
        return runner(group).startLimit;
    }

    @Override
    public Duration stopLimit(FailoverGroup group) {
        return runner(group).stopLimit;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public void tellMove(MoveReport report, long epoch) {
        if (!runners.containsKey(report.group())) {
            throw new IllegalArgumentException("the controller of " + nodeId + " does not know " + report.group());
        }
        if (events.wanted()) {
            events.tell(sequence -> new MoveEnded(nodeId, report.group(), epoch, sequence, report));
        }
    }

    @Override
    public Subscription subscribe(GroupListener listener) {
        return subscribe(listener, listenerExecutor);
    }

    @Override
    public Subscription subscribe(GroupListener listener, Executor executor) {
        Objects.requireNonNull(listener, "listener");
        return events.subscribe(
                listener,
                Objects.requireNonNull(executor, "executor"),
                number -> ViewOfGroup.presentState(nodeId, runners.values(), number));
    }

    @Override
    public <E extends GroupEvent> Subscription on(Class<E> type, Consumer<? super E> consumer) {
        return subscribe(event -> {
            if (type.isInstance(event)) {
                consumer.accept(type.cast(event));
            }
        });
    }

    @Override
    public void suspendSupervision() {
        watches.suspend();
    }

    @Override
    public void resumeSupervision() {
        watches.resume();
    }

    @Override
    public void close() {
        watches.close();
        synchronized (adding) {
            closed = true;
        }
        new Closing(timeline, List.copyOf(runners.values())).run();
    }

    private Call startCall(StartCause cause, long epoch) {
        return call(Call.Kind.START, Objects.requireNonNull(cause, "cause"), null, epoch, -1);
    }

    private Call stopCall(StopCause cause) {
        return call(Call.Kind.STOP, null, Objects.requireNonNull(cause, "cause"), 0, -1);
    }

    private static long positive(long epoch) {
        if (epoch <= 0) {
            throw new IllegalArgumentException("an epoch is positive, not " + epoch);
        }
        return epoch;
    }

    private Call call(Call.Kind kind, @Nullable StartCause start, @Nullable StopCause stop, long epoch, int from) {
        return new Call(calls.incrementAndGet(), kind, start, stop, epoch, from, hung.get() >= hungCallLimit);
    }

    private GroupRunner runner(FailoverGroup group) {
        GroupRunner runner = runners.get(group.id());
        if (runner == null || runner.group != group) {
            throw new IllegalArgumentException("the controller of " + nodeId + " does not know " + group);
        }
        return runner;
    }

    private int index(FailoverGroup group, ResourceId resource) {
        int index = runner(group).shape.index(resource);
        if (index < 0) {
            throw new IllegalArgumentException("group " + group.id() + " has no resource " + resource);
        }
        return index;
    }

    private Pending ask(FailoverGroup group, Call call) {
        GroupRunner runner = runner(group);
        if (call.kind() == Call.Kind.START && !group.nodes().contains(nodeId)) {
            throw new IllegalArgumentException(
                    "group " + group.id() + " cannot run on " + nodeId + ", only on " + group.nodes());
        }
        if (Inside.of(group)) {
            CallRefusedException refused = new CallRefusedException(
                    runner.words(call),
                    "called from inside an operation of the same group",
                    "call from outside the group's operations, for example from a listener");
            refused.locate(nodeId, group.id(), null);
            throw refused;
        }
        Pending pending = new Pending(call, new CompletableFuture<>());
        runner.ask(pending);
        return pending;
    }

    private Object wait(FailoverGroup group, Call call) {
        GroupRunner runner = runner(group);
        int before = runner.calls();
        Pending pending = ask(group, call);
        // a backstop: the core answers by itself long before
        Duration limit = Duration.ofSeconds((runner.startLimit.toSeconds() + 1) * (before + 2L));
        try {
            if (!timeline.await(pending.answer(), limit)) {
                throw new IllegalStateException(runner.words(call) + " was not answered within " + limit);
            }
            return pending.answer().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CallInterruptedException interrupted = new CallInterruptedException(runner.words(call), e);
            interrupted.locate(nodeId, group.id(), null);
            throw interrupted;
        } catch (CompletionException e) {
            throw e.getCause() instanceof ClpException fault ? fault : e;
        }
    }
}
