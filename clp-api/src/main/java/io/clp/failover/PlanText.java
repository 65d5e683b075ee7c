package io.clp.failover;

import java.util.List;
import java.util.Locale;

/** A plan as text for people. */
final class PlanText {
    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder("actions\n");
        if (plan.actions().isEmpty()) {
            text.append("  none\n");
        }
        plan.actions().forEach(it -> action(text, it));
        text.append("groups\n");
        if (plan.placements().isEmpty()) {
            text.append("  none\n");
        }
        plan.placements().forEach(it -> placement(text, it));
        return text.toString();
    }

    private static void action(StringBuilder text, Plan.Action action) {
        text.append("  ").append(action.number()).append(". ");
        text.append(action.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        action.group().ifPresent(it -> text.append(' ').append(it));
        action.resource().ifPresent(it -> text.append('/').append(it));
        text.append(action.group().isPresent() ? " on " : " ").append(action.node());
        action.startCause().ifPresent(it -> text.append(" (").append(it).append(')'));
        action.stopCause().ifPresent(it -> text.append(" (").append(it).append(')'));
        after(text, action.after());
        text.append(": ").append(action.reason()).append('\n');
    }

    private static void after(StringBuilder text, List<Integer> after) {
        for (int i = 0; i < after.size(); i++) {
            text.append(i == 0 ? ", after " : i == after.size() - 1 ? " and " : ", ");
            text.append(after.get(i));
        }
    }

    private static void placement(StringBuilder text, Plan.Placement placement) {
        text.append("  ").append(placement.group()).append(' ');
        text.append(placement.node().map(it -> "on " + it).orElse("nowhere"));
        text.append(": ").append(placement.reason()).append('\n');
        placement.notElsewhere().forEach((node, why) -> text.append("    not on ")
                .append(node)
                .append(": ")
                .append(why)
                .append('\n'));
    }
}
