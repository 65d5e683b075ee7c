package io.clp.internal.member;

import io.clp.CallRefusedException;
import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Report;
import io.clp.failover.Claim;
import io.clp.failover.ClusterMember;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import io.clp.failover.FinalAction;
import io.clp.internal.member.MemberInput.Recorded;
import io.clp.resource.ResourceException;
import io.clp.time.Timeline;
import io.clp.time.TimelineEndedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the coordination, the fencer and the controller, and tells the core what they answered. Waits for none of them. */
final class Doer {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMember.class);

    private final GroupController controller;
    private final Coordination coordination;
    private final Fencer fencer;
    private final Timeline timeline;
    private final NodeId me;
    private final Errands errands;
    /** Memos of which it is not known that they were kept. */
    private final Map<Integer, MemberAction.Remember> notKept = new ConcurrentHashMap<>();

    /** Whether the coordination has ever kept a memo: one that keeps none is not waited for. */
    private volatile boolean keepsMemos;

    private final IntFunction<FailoverGroup> groups;
    private final Consumer<MemberInput> heard;

    Doer(
            GroupController controller,
            Coordination coordination,
            Fencer fencer,
            IntFunction<FailoverGroup> groups,
            Consumer<MemberInput> heard) {
        this.controller = controller;
        this.coordination = coordination;
        this.fencer = fencer;
        this.groups = groups;
        this.heard = heard;
        timeline = controller.platform().timeline();
        me = controller.nodeId();
        errands = new Errands(timeline, "coordination");
    }

    void read(List<Integer> indexes) {
        errands.add(() -> {
            List<Recorded> records = new ArrayList<>(indexes.size());
            for (int index : indexes) {
                records.add(record(index));
            }
            heard.accept(new MemberInput.Read(records));
        });
    }

    private Recorded record(int index) {
        FailoverGroup group = groups.apply(index);
        Claim claim = claim(() -> coordination.read(group.id()));
        Optional<GroupState> published = asked(() -> coordination.published(group.id()), Optional.empty());
        Optional<String> memo = asked(() -> coordination.recall(group.id()), Optional.empty());
        return new Recorded(index, claim, published, memo);
    }

    void claim(int index) {
        FailoverGroup group = groups.apply(index);
        errands.add(
                () -> heard.accept(new MemberInput.Claimed(index, claim(() -> coordination.claim(group.id(), me)))));
    }

    void takeOver(MemberAction.TakeOver it) {
        FailoverGroup group = groups.apply(it.group());
        errands.add(() -> heard.accept(
                new MemberInput.Claimed(it.group(), claim(() -> coordination.takeOver(group.id(), me, it.epoch())))));
    }

    /** Gives a group back, after what its next owner must know was kept: it would decide wrongly without. */
    void release(MemberAction.Release it) {
        FailoverGroup group = groups.apply(it.group());
        errands.add(() -> {
            MemberAction.Remember memo = notKept.get(it.group());
            boolean knows = memo == null || memo.epoch() != it.epoch() || keep(memo) || !keepsMemos;
            boolean released = knows && asked(() -> coordination.release(group.id(), it.epoch(), it.next()), false);
            heard.accept(new MemberInput.Released(it.group(), released));
        });
    }

    void redirect(MemberAction.Redirect it) {
        FailoverGroup group = groups.apply(it.group());
        errands.add(() -> heard.accept(new MemberInput.Redirected(
                it.group(), asked(() -> coordination.redirect(group.id(), it.epoch(), it.next()), false))));
    }

    void publish(MemberAction.Publish it) {
        FailoverGroup group = groups.apply(it.group());
        errands.add(() -> asked(
                () -> {
                    coordination.publish(group.id(), it.epoch(), it.state());
                    return true;
                },
                false));
    }

    void remember(MemberAction.Remember it) {
        errands.add(() -> {
            notKept.put(it.group(), it);
            if (!keep(it)) {
                LOG.debug(
                        "member {}: the memo of group {} was perhaps not kept",
                        me,
                        groups.apply(it.group()).id());
            }
        });
    }

    private boolean keep(MemberAction.Remember it) {
        FailoverGroup group = groups.apply(it.group());
        boolean kept = asked(() -> coordination.remember(group.id(), it.epoch(), it.memo()), false);
        if (kept) {
            keepsMemos = true;
            notKept.remove(it.group(), it);
        }
        return kept;
    }

    void offer(boolean takesGroups) {
        errands.add(() -> asked(
                () -> {
                    coordination.offer(takesGroups);
                    return true;
                },
                false));
    }

    private Claim claim(Supplier<Claim> question) {
        return asked(question, new Claim.Unknown("the coordination threw"));
    }

    /** The coordination is the user's: what it throws is an unknown answer. */
    private <T> T asked(Supplier<T> question, T unknown) {
        try {
            return question.get();
        } catch (TimelineEndedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("member {}: the coordination threw", me, e);
            return unknown;
        }
    }

    void start(MemberAction.Start it) {
        FailoverGroup group = groups.apply(it.group());
        if (!asked(() -> certain(group, it.epoch()), false)) {
            CallRefusedException refused = new CallRefusedException(
                    "start of group " + group.id() + " on " + me,
                    "it is not certain that the group is still this node's",
                    "look at the contact with the coordination");
            refused.locate(me, group.id(), null);
            heard.accept(new MemberInput.Ended(it.group(), it.work(), null, refused, stateOf(group)));
            return;
        }
        work(it.group(), it.work(), () -> controller.startAsync(group, it.cause(), it.epoch()));
    }

    /** The contact may be another one than when this was decided: a process that stood still goes on with what it was about to do. */
    private boolean certain(FailoverGroup group, long epoch) {
        return coordination.connection() == Connection.CONNECTED && coordination.stillOurs(group.id(), epoch);
    }

    void stop(MemberAction.Stop it) {
        FailoverGroup group = groups.apply(it.group());
        work(it.group(), it.work(), () -> controller.stopAsync(group, it.cause()));
    }

    void restart(MemberAction.Restart it) {
        FailoverGroup group = groups.apply(it.group());
        work(it.group(), it.work(), () -> controller.restartAsync(group, it.resource()));
    }

    private void work(int index, long work, Supplier<? extends CompletableFuture<? extends Report<?>>> begin) {
        CompletableFuture<? extends Report<?>> begun;
        try {
            begun = begin.get();
        } catch (TimelineEndedException e) {
            throw e;
        } catch (RuntimeException e) {
            ended(index, work, null, fault(e));
            return;
        }
        CompletableFuture<?> told = begun.handle((report, thrown) -> {
            ended(index, work, report, fault(thrown));
            return true;
        });
        CompletableFuture<?> unused = told.exceptionally(
                e -> { // a fault of the member itself: nobody else would hear of it
                    LOG.error(
                            "member {}: what became of group {} was not taken",
                            me,
                            groups.apply(index).id(),
                            e);
                    return null;
                });
    }

    private void ended(int index, long work, @Nullable Report<?> report, @Nullable ClpException error) {
        Report<?> done = report;
        if (error instanceof GroupOperationException failed) {
            done = failed.report();
        }
        heard.accept(new MemberInput.Ended(index, work, done, error, stateOf(groups.apply(index))));
    }

    private static @Nullable ClpException fault(@Nullable Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof ClpException fault
                ? fault
                : ResourceException.temporary("the controller threw " + cause);
    }

    GroupState stateOf(FailoverGroup group) {
        return controller.view(group).state();
    }

    void clean(MemberAction.Clean it) {
        timeline.fork("clean", () -> {
            ClpException error = null;
            try {
                controller.stopUnowned(it.owned());
            } catch (ClpException e) {
                LOG.error("member {}: what this node does not own could not be taken offline", me, e);
                error = e;
            }
            heard.accept(new MemberInput.Cleaned(error));
            return true;
        });
    }

    void recover(int index) {
        FailoverGroup group = groups.apply(index);
        timeline.fork("recover " + group.id(), () -> {
            try {
                controller.recover(group);
            } catch (ClpException e) { // it changes no state, so nothing follows from it
                LOG.warn("member {}: resources of group {} were not told that the node is back", me, group.id(), e);
            }
            return true;
        });
    }

    void fence(NodeId node) {
        timeline.fork("fence " + node, () -> {
            Fencer.Result result = Fencer.Result.UNKNOWN;
            try {
                result = fencer.fence(node);
            } catch (TimelineEndedException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("member {}: the fencer threw for {}", me, node, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            heard.accept(new MemberInput.Fenced(node, result));
            return true;
        });
    }

    void runFinal(MemberAction.RunFinal it) {
        FailoverGroup group = groups.apply(it.group());
        timeline.fork("final action", () -> {
            try {
                group.failover().finalAction().body().run(new FinalAction.Failed(me, group.id(), it.why()));
            } catch (TimelineEndedException e) {
                throw e;
            } catch (Exception e) {
                LOG.error("member {}: the final action of group {} threw", me, group.id(), e);
            }
            return true;
        });
    }
}
