package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.testkit.FaultOutcome;
import io.clp.testkit.InvariantViolation;
import io.clp.testkit.simulation.Scene.Answer;
import io.clp.testkit.simulation.Scene.Change;
import io.clp.testkit.simulation.Scene.Machine;
import io.clp.testkit.simulation.Scene.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads the trace of a run, line by line, and says which rules were broken. Knows nothing of how the library decides. */
final class Judge {
    static final long SECOND = 1_000_000;

    private final Scene scene;
    private final List<Finding> findings = new ArrayList<>();
    private final Starts starts;
    private final Stops stops;
    private final Ownerships ownerships;
    private final Finals finals;
    private Line line = new Line(0, "", "", "");

    private Judge(Arena arena, List<FailoverGroup> groups) {
        scene = new Scene(groups);
        BiConsumer<Rule, String> told = (rule, why) -> findings.add(new Finding(rule, why + ": " + line));
        ownerships = new Ownerships(scene, told);
        starts = new Starts(arena, scene, told);
        stops = new Stops(arena, scene, told);
        finals = new Finals(scene, told);
    }

    /** Returns what broke a rule, the run's own end first. */
    static List<Finding> of(Arena arena, List<FailoverGroup> groups, FaultOutcome outcome) {
        Judge judge = new Judge(arena, groups);
        outcome.broken().ifPresent(it -> judge.findings.add(new Finding(ruleOf(it), String.valueOf(it.getMessage()))));
        judge.read(Line.parse(outcome.trace()));
        return judge.findings;
    }

    private static Rule ruleOf(Throwable broken) {
        String text = String.valueOf(broken.getMessage());
        if (broken instanceof InvariantViolation) {
            boolean epochs = text.contains("with epoch") || text.contains("under epoch");
            return epochs ? Rule.OWNER_STARTS : Rule.GROUND_TRUTH;
        }
        boolean end = broken instanceof AssertionError
                && (text.startsWith("nothing is wrong any more") || text.startsWith("group "));
        return end ? Rule.CONVERGES : Rule.NO_CRASH;
    }

    private void read(List<Line> lines) {
        long before = 0;
        for (int i = 0; i < lines.size(); i++) {
            line = lines.get(i);
            if (line.micros() != before) {
                before = line.micros();
                lostHoldsNothing();
                starts.passed(line);
            }
            judge(i);
            scene.take(line, i);
        }
    }

    private void judge(int index) {
        Answer record = Answer.of(line);
        Change change = record == null ? Change.of(line) : null;
        Step step = Step.of(line);
        if (step != null) {
            starts.asked(step, line);
            stops.asked(step, line);
            finals.asked(step);
        } else if (record != null) {
            ownerships.changed(line, record);
            starts.owned(line, record);
        } else if (change != null) {
            starts.changed(line, change);
            stops.changed(line, change);
            finals.changed(line, change);
        } else {
            ownerships.other(line, index);
            stops.machine(line);
            finals.other(line);
        }
    }

    private void lostHoldsNothing() {
        scene.machines().forEach((node, machine) -> {
            boolean lost = machine.contact.equals("LOST") && machine.runs && !machine.standsStill;
            for (String group : scene.groups.keySet()) {
                boolean online = scene.state(node, group).startsWith("ONLINE")
                        && !scene.state(node, group).equals("ONLINE_PENDING");
                if (lost && online && isOld(machine, node, group)) {
                    findings.add(new Finding(
                            Rule.LOST_HOLDS_NOTHING, node + " is out of contact and still has " + group + ": " + line));
                    machine.contactSince = Long.MAX_VALUE / 2; // told once
                }
            }
        });
    }

    private boolean isOld(Machine machine, String node, String group) {
        long since = Math.max(machine.contactSince, scene.stateSince(node, group));
        return line.micros() - since > 2 * SECOND;
    }
}
