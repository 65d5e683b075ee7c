package io.clp.config.internal.script;

import java.util.OptionalInt;

/** Whether a condition holds. */
final class Conditions {
    private static final int EXTENSIONS = 2;

    private Conditions() {}

    static boolean hold(Condition condition, String left, String right, Machine machine) {
        boolean holds =
                switch (condition.kind()) {
                    case "ERRORLEVEL" -> machine.variables().errorLevel() >= Numbers.leading(right);
                    case "EXIST" -> machine.host().exists(right.replace("\"", ""));
                    case "DEFINED" -> machine.variables().get(right) != null;
                    case "CMDEXTVERSION" -> EXTENSIONS >= Numbers.leading(right);
                    case "==" -> condition.ignoresCase() ? left.equalsIgnoreCase(right) : left.equals(right);
                    default -> compare(condition, left, right);
                };
        return holds != condition.negated();
    }

    /** As numbers where both are, as texts otherwise. */
    private static boolean compare(Condition condition, String left, String right) {
        OptionalInt first = Numbers.whole(left);
        OptionalInt second = Numbers.whole(right);
        int order;
        if (first.isPresent() && second.isPresent()) {
            order = Integer.compare(first.getAsInt(), second.getAsInt());
        } else {
            order = condition.ignoresCase() ? left.compareToIgnoreCase(right) : left.compareTo(right);
        }
        return switch (condition.kind()) {
            case "EQU" -> order == 0;
            case "NEQ" -> order != 0;
            case "LSS" -> order < 0;
            case "LEQ" -> order <= 0;
            case "GTR" -> order > 0;
            default -> order >= 0;
        };
    }
}
