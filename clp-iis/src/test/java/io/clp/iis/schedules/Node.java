package io.clp.iis.schedules;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.FaultKind;
import io.clp.testkit.FaultPlan;
import io.clp.testkit.FaultPoint;
import io.clp.testkit.FaultyPlatform;
import io.clp.testkit.SpiMethod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A machine, and the process on it: a controller before whose platform faults wait. */
final class Node {
    /** Whose wrong answers make a group look offline that is not. */
    private static final List<SpiMethod> CAN_LIE =
            List.of(SpiMethod.SERVICE_QUERY, SpiMethod.SERVICE_AWAIT_CHANGE, SpiMethod.ADDRESS_QUERY);

    private static final Duration DELAY_MAX = Duration.ofSeconds(90);

    final String name;
    final FakePlatform machine;
    private final List<FailoverGroup> groups;
    private final Schedule schedule;
    private final BoundedFaults bounded;
    private final Map<FaultPoint, Long> metBefore = new TreeMap<>();
    private EventRules rules = new EventRules();
    private @Nullable FaultyPlatform faulty;
    private @Nullable GroupController controller;
    private final Map<GroupId, Call> last = new LinkedHashMap<>();
    private int processes;
    private boolean lied;

    Node(FakePlatform machine, List<FailoverGroup> all, Schedule schedule, BoundedFaults bounded) {
        this.machine = machine;
        this.schedule = schedule;
        this.bounded = bounded;
        name = machine.info().computerName();
        groups = all.stream().filter(it -> it.nodes().contains(NodeId.of(name))).toList();
    }

    GroupController controller() {
        return Objects.requireNonNull(controller, "no process");
    }

    boolean runs() {
        return controller != null;
    }

    boolean hosts(FailoverGroup group) {
        return groups.contains(group);
    }

    FaultyPlatform faulty() {
        return Objects.requireNonNull(faulty, "no process");
    }

    /** Begins a new process. */
    void begin() {
        long seed = schedule.seed() * 64 + processes++ * 8L + name.charAt(2) % 8;
        FaultPlan plan = FaultPlan.random(seed, schedule.perThousand(), schedule.kindSet(), DELAY_MAX);
        faulty = FaultyPlatform.wrap(machine, bounded.of(plan));
        rules = new EventRules();
        controller = GroupController.builder(new Observed(faulty, rules))
                .groups(groups.toArray(new FailoverGroup[0]))
                .build();
    }

    /** Notes that a call is asked now, and returns the one asked before it on the same group. */
    @Nullable
    Call asked(Call call) {
        return last.put(call.definition.id(), call);
    }

    /** The process is gone. */
    void end() {
        if (faulty != null) {
            lied = lied();
            faulty.met().forEach((point, times) -> metBefore.merge(point, times, Long::sum));
        }
        faulty = null;
        controller = null;
        last.clear();
        check();
    }

    /** The machine is off: what it answered no longer matters. */
    void off() {
        end();
        lied = false;
    }

    /** Returns whether an answer was wrong that can make a group look offline. */
    boolean lied() {
        return lied || (faulty != null && lies(faulty.met()));
    }

    private static boolean lies(Map<FaultPoint, Long> met) {
        return CAN_LIE.stream().anyMatch(it -> met.get(new FaultPoint(it, FaultKind.WRONG)) > 0);
    }

    /** Returns how often each fault was met, all processes together. */
    Map<FaultPoint, Long> met() {
        Map<FaultPoint, Long> all = new TreeMap<>(metBefore);
        if (faulty != null) {
            faulty.met().forEach((point, times) -> all.merge(point, times, Long::sum));
        }
        return all;
    }

    /** Checks what its controller has told. */
    void check() {
        String broken = rules.broken();
        if (broken != null) {
            throw new Broken("events of " + name + ": " + broken);
        }
    }
}
