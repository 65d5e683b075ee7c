package io.clp.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.platform.NodeThing;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceState;
import io.clp.resource.ResourceTier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of every turn of the core, whatever happens to the group. */
final class CoreRules {
    private final FailoverGroup group;
    private final Shape shape;
    private final Set<Integer> interrupted = new HashSet<>();
    private final Set<Integer> hanging = new HashSet<>();
    private final Set<Integer> locked = new HashSet<>();
    private final Set<Long> asked = new HashSet<>();
    private final Set<Long> looks = new HashSet<>();
    private Call underWay;
    private long begunAt;
    private int failures;
    private boolean looking;
    private boolean closed;
    private int runs;
    private int ends;
    long wakeAt = Long.MAX_VALUE;
    int answers;
    private GroupState state = GroupState.UNKNOWN;
    private final ResourceState[] states;

    private final Set<Integer> tokens = new HashSet<>();
    private final Map<Integer, Action.Run> last = new HashMap<>();
    /** The probes that must begin in this turn, by resource: their tokens. */
    private final Map<Integer, Integer> promised = new HashMap<>();

    CoreRules(FailoverGroup group, Shape shape) {
        this.group = group;
        this.shape = shape;
        states = new ResourceState[shape.size()];
        Arrays.fill(states, ResourceState.UNKNOWN);
    }

    /** Checks the actions of one turn, before they are done. */
    void check(CoreDriver driver, Input input, List<Action> actions) {
        boolean late = false;
        boolean foundOffline = false;
        promised.clear();
        if (input instanceof Input.CameBack back) {
            Action.Run before = last.get(back.resource());
            if (before != null
                    && before.token() == back.token()
                    && before.probed()
                    && !hanging.contains(back.resource())) {
                promised.put(back.resource(), before.probeToken());
            }
            late = interrupted.remove(back.token());
            hanging.retainAll(driver.open.keySet());
            foundOffline = !late
                    && back.result() instanceof Result.Probed probed
                    && probed.probe().state() == Probe.State.OFFLINE;
        } else if (input instanceof Input.Asked ask) {
            asked.add(ask.call().number());
        } else if (input instanceof Input.ProbeAsked ask) {
            looks.add(ask.number());
        } else if (input instanceof Input.Tick) {
            wakeAt = wakeAt <= driver.now ? Long.MAX_VALUE : wakeAt;
        } else if (input instanceof Input.Closing) {
            closed = true;
        }
        Set<Integer> begun = new HashSet<>();
        for (Action action : actions) {
            if (action instanceof Action.Run run) {
                assertThat(driver.open).as("nothing else runs on it").doesNotContainKey(run.resource());
                assertThat(begun.add(run.resource()))
                        .as("one operation at once")
                        .isTrue();
                begins(driver, run);
            } else if (action instanceof Action.ResourceBecame became) {
                assertThat(became.from()).isEqualTo(states[became.resource()]).isNotEqualTo(became.to());
                states[became.resource()] = became.to();
                if (became.to() == ResourceState.OFFLINE) {
                    assertThat(foundOffline)
                            .as("offline by a probe begun after the return")
                            .isTrue();
                }
                assertThat(late && became.to() == ResourceState.ONLINE)
                        .as("a late completion changes nothing")
                        .isFalse();
            } else if (action instanceof Action.Ended ended) {
                ends++;
                if (ended.hangs()) {
                    hanging.add(ended.resource());
                }
            } else if (action instanceof Action.Unlock unlock) {
                assertThat(locked.remove(unlock.resource())).as("unlocked once").isTrue();
                assertThat(driver.open).as("unlocked while it runs").doesNotContainKey(unlock.resource());
            } else {
                other(driver, action);
            }
        }
    }

    private void begins(CoreDriver driver, Action.Run run) {
        runs++;
        int i = run.resource();
        if (run.byItself()) {
            assertThat(underWay).as("no probe by itself beside a call").isNull();
            assertThat(run.kind()).isEqualTo(Kind.PROBE);
        }
        assertThat(run.deadline()).isGreaterThan(driver.now);
        assertThat(tokens.add(run.token())).as("a token of its own").isTrue();
        if (promised.containsKey(i)) {
            assertThat(run.kind()).as("what follows going offline").isEqualTo(Kind.PROBE);
            assertThat(run.token()).as("the token that was promised").isEqualTo(promised.get(i));
        }
        last.put(i, run);
        if (shape.usesThings(i) && run.kind() != Kind.PROBE && !isHookWithoutLock(run.kind())) {
            locked.add(i);
        }
        if (run.kind() == Kind.ONLINE) {
            for (int dependency : shape.dependencies(i)) {
                assertThat(states[dependency])
                        .as("online only above what is online")
                        .isEqualTo(ResourceState.ONLINE);
            }
        } else if (run.kind() == Kind.OFFLINE) {
            for (int j = 0; j < shape.size(); j++) {
                if (j != i && shape.resource(i).tier() == ResourceTier.PARTITION && uses(j, i)) {
                    assertThat(states[j])
                            .as("a partition is released when its users are offline")
                            .isEqualTo(ResourceState.OFFLINE);
                }
            }
        }
    }

    private static boolean isHookWithoutLock(Kind kind) {
        return kind == Kind.ONLINE_BLOCKED || kind == Kind.RECOVERED;
    }

    /** By the definition, not by the shape: what rests on the partition, directly or not, or shares its volume and lies not below it. */
    private boolean uses(int user, int partition) {
        if (restsOn(user, partition)) {
            return true;
        }
        Resource one = shape.resource(user);
        return one.tier() != ResourceTier.PARTITION
                && !restsOn(partition, user)
                && one.uses().stream().map(NodeThing::key).anyMatch(key -> shape.resource(partition).uses().stream()
                        .anyMatch(it -> it.key().equals(key)));
    }

    private boolean restsOn(int above, int below) {
        return group.dependenciesOf(shape.resource(above).id()).stream()
                .mapToInt(shape::index)
                .anyMatch(it -> it == below || restsOn(it, below));
    }

    private void other(CoreDriver driver, Action action) {
        if (action instanceof Action.Interrupt interrupt) {
            assertThat(interrupted.add(interrupt.token()))
                    .as("interrupted once")
                    .isTrue();
        } else if (action instanceof Action.WakeAt at) {
            wakeAt = at.at();
        } else if (action instanceof Action.LookEvery look) {
            looking = look.everyNanos() != 0;
        } else if (action instanceof Action.Failed) {
            failures++;
        } else if (action instanceof Action.Begin begin) {
            assertThat(underWay).as("one call at once").isNull();
            underWay = begin.call();
            begunAt = driver.now;
            assertThat(looks).as("no call begins beside a probe").isEmpty();
            failures = 0;
        } else if (action instanceof Action.Found found) {
            assertThat(looks.remove(found.number()))
                    .as("one answer for the probe")
                    .isTrue();
        } else if (action instanceof Action.Refuse refuse) {
            answered(refuse.call());
        } else if (action instanceof Action.Answer answer) {
            assertThat(answer.call()).isEqualTo(underWay);
            underWay = null;
            answered(answer.call());
            check(driver, answer.call(), answer.outcome());
        } else if (action instanceof Action.GroupBecame became) {
            assertThat(became.from()).isEqualTo(state);
            state = became.to();
            if (state == GroupState.OFFLINE) {
                assertThat(states).containsOnly(ResourceState.OFFLINE);
            } else if (state == GroupState.ONLINE) {
                assertThat(states).containsOnly(ResourceState.ONLINE);
            }
        }
    }

    private void answered(Call call) {
        assertThat(asked.remove(call.number())).as("one answer for " + call).isTrue();
        answers++;
    }

    private void check(CoreDriver driver, Call call, Outcome outcome) {
        if (call.kind() == Call.Kind.START || call.kind() == Call.Kind.STOP) {
            boolean starts = call.kind() == Call.Kind.START;
            if (CoreDriver.good(outcome)) {
                assertThat(state).isEqualTo(starts ? GroupState.ONLINE : GroupState.OFFLINE);
            } else if (outcome != Outcome.REFUSED) {
                assertThat(state).isIn(GroupState.OFFLINE, GroupState.OFFLINE_FAILURE);
            }
            long limit = (starts ? Limits.start(shape) : Limits.stop(shape)).toNanos();
            assertThat(driver.now - begunAt)
                    .as(call.words() + " within its limit")
                    .isLessThanOrEqualTo(limit);
        }
        assertThat(failures > 0)
                .as("failures of " + call + ", which ended " + outcome)
                .isEqualTo(failures > 0 || !CoreDriver.good(outcome));
    }

    /** Checks what is so after a turn. */
    void checkAfter(CoreDriver driver) {
        View view = driver.view;
        assertThat(view.state()).isEqualTo(state);
        for (int i = 0; i < states.length; i++) {
            assertThat(view.stateOf(i)).isEqualTo(states[i]);
        }
        int inTime = driver.open.size() - hanging.size();
        assertThat(view.running).as("running").isEqualTo(inTime);
        assertThat(runs - ends).as("begun and not ended").isEqualTo(inTime);
        assertThat(view.hung()).as("hung").isEqualTo(hanging.size());
        assertThat(driver.open.keySet()).containsAll(hanging);
        if (inTime == 0) {
            assertThat(wakeAt).as("no tick without need").isEqualTo(Long.MAX_VALUE);
            assertThat(locked).as("locked while nothing runs or hangs").isSubsetOf(hanging);
        } else {
            for (int i : driver.open.keySet()) {
                if (!hanging.contains(i)) {
                    assertThat(wakeAt).as("wakes in time").isLessThanOrEqualTo(view.slot(i).until);
                }
            }
        }
        assertThat(view.calling()).isEqualTo(!asked.isEmpty());
        if (!looks.isEmpty()) {
            assertThat(driver.open.entrySet())
                    .as("probes that are not answered run")
                    .anyMatch(it -> it.getValue().byItself() && !hanging.contains(it.getKey()));
        }
        if (view.state() == GroupState.OFFLINE_FAILURE && !view.calling() && !closed) {
            assertThat(looking).as("looks at what is left").isTrue();
        }
    }
}
