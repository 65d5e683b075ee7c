package io.clp.internal.member;

import io.clp.CallInterruptedException;
import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.StartReport;
import io.clp.StopReport;
import io.clp.failover.ClusterMember;
import io.clp.failover.Leave;
import io.clp.failover.LeaveReport;
import io.clp.failover.Plan;
import io.clp.time.Timeline;
import io.clp.time.TimelineEndedException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member, as its users call it. */
final class NodeMember implements ClusterMember {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMember.class);
    private static final Duration BACKSTOP = Duration.ofDays(1);

    private final GroupController controller;
    private final Timeline timeline;
    private final MemberLoop loop;
    private final AtomicLong calls = new AtomicLong();

    NodeMember(MemberLoop.Parts parts) {
        controller = parts.controller();
        timeline = controller.platform().timeline();
        loop = new MemberLoop(parts);
    }

    @Override
    public NodeId nodeId() {
        return controller.nodeId();
    }

    @Override
    public void join() {
        loop.begin();
        loop.look();
        ask(MemberCall.Kind.JOIN, -1, null, null, 0);
    }

    @Override
    public void add(FailoverGroup... more) {
        controller.add(more);
        loop.add(List.of(more));
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
        CompletableFuture<Object> answer = loop.send(call(MemberCall.Kind.MOVE, index(group), target, null, 0));
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
        return loop.plan();
    }

    @Override
    public Optional<NodeId> ownerOf(FailoverGroup group) {
        return Optional.ofNullable(loop.ownerOf(index(group)));
    }

    @Override
    public void suspendMonitors() {
        loop.post(new MemberInput.Monitoring(false));
    }

    @Override
    public void resumeMonitors() {
        loop.post(new MemberInput.Monitoring(true));
    }

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
        LeaveReport before = loop.left();
        return before != null ? before : (LeaveReport) ask(MemberCall.Kind.LEAVE, -1, null, how, limit.toNanos());
    }

    @Override
    public void close() {
        if (loop.left() != null) {
            return;
        }
        Duration limit = loop.groups().stream()
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
        int index = loop.index(group);
        if (index < 0) {
            throw new IllegalArgumentException("the member of " + nodeId() + " does not know " + group);
        }
        return index;
    }

    private MemberCall call(MemberCall.Kind kind, int group, @Nullable NodeId target, @Nullable Leave how, long limit) {
        return new MemberCall(calls.incrementAndGet(), kind, group, target, how, limit);
    }

    private Object ask(MemberCall.Kind kind, int group, @Nullable NodeId target, @Nullable Leave how, long limit) {
        MemberCall call = call(kind, group, target, how, limit);
        CompletableFuture<Object> answer = loop.send(call);
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
