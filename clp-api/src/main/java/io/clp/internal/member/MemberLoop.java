package io.clp.internal.member;

import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupController;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceChanged;
import io.clp.Subscription;
import io.clp.failover.ClusterMember;
import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a member's core: inputs come from any thread and are taken one at a time by whichever thread finds nobody taking them; what was
 * decided is begun then and there, and nothing is waited for.
 */
final class MemberLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMember.class);

    private final GroupController controller;
    private final Coordination coordination;
    private final Timeline timeline;
    private final MemberCore core;
    private final Doer doer;
    private final Watchers watchers;
    private final Asked asked = new Asked();
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
            MemberSettings settings,
            Duration lookEvery) {}

    MemberLoop(Parts parts) {
        controller = parts.controller();
        coordination = parts.coordination();
        timeline = controller.platform().timeline();
        core = new MemberCore(parts.settings());
        doer = new Doer(controller, coordination, parts.fencer(), groups::get, this::post);
        watchers = new Watchers(controller, this::post);
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

    /** Adds groups that the controller has been given; nobody starts them before somebody asks. */
    void add(List<FailoverGroup> more) {
        for (FailoverGroup group : more) {
            know(group, true);
        }
        post(new MemberInput.Added());
    }

    List<FailoverGroup> groups() {
        return groups;
    }

    /** Returns a group's index; -1 where it is not one of the member's. */
    int index(FailoverGroup group) {
        Integer index = indexes.get(group.id());
        return index == null || groups.get(index) != group ? -1 : index;
    }

    CompletableFuture<Object> send(MemberCall call) {
        CompletableFuture<Object> answer = asked.expect(call);
        post(new MemberInput.Asked(call));
        return answer;
    }

    /** Returns what became of the member's groups when it left; null where it has not. */
    @Nullable
    LeaveReport left() {
        return left;
    }

    Plan plan() {
        synchronized (core) {
            return core.plan();
        }
    }

    @Nullable
    NodeId ownerOf(int index) {
        synchronized (core) {
            return core.entry(index).owner();
        }
    }

    void post(MemberInput input) {
        take(() -> take(input));
    }

    /** What is true at the moment it is taken, not at the moment somebody said that it has changed. */
    void look() {
        take(() -> take(
                new MemberInput.Contact(coordination.connection(), coordination.alive(), coordination.offering())));
    }

    private void heard(GroupEvent event) {
        Integer index = indexes.get(event.group());
        if (index == null) {
            return;
        }
        if (event instanceof GroupChanged) {
            take(() -> {
                GroupState now = doer.stateOf(groups.get(index));
                watchers.groupBecame(index, now);
                take(new MemberInput.Became(index, now));
            });
        } else if (event instanceof ResourceChanged changed) {
            watchers.resourceBecame(index, changed);
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
        if (left != null && !(input instanceof MemberInput.Asked)) {
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
        } else if (action instanceof MemberAction.Offer offer) {
            doer.offer(offer.takesGroups());
        } else if (action instanceof MemberAction.Clean clean) {
            doer.clean(clean);
        } else if (action instanceof MemberAction.Recover recover) {
            doer.recover(recover.group());
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
        } else if (action instanceof MemberAction.Monitor monitor) {
            watchers.monitor(monitor.group(), groups.get(monitor.group()), monitor.on());
        } else if (action instanceof MemberAction.Say say) {
            if (say.alarm()) {
                LOG.warn("member {}: {}", controller.nodeId(), say.text());
            } else {
                LOG.info("member {}: {}", controller.nodeId(), say.text());
            }
        } else if (action instanceof MemberAction.Leave) {
            end();
        }
    }

    /** Begins to listen, once. */
    void begin() {
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
        watchers.close();
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
                LOG.warn("member {}: a subscription could not be closed", controller.nodeId(), e);
            }
        }
        toClose = List.of();
    }
}
