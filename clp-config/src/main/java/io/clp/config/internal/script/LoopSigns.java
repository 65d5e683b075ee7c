package io.clp.config.internal.script;

import java.util.Map;

/** Replaces the variables of loops, {@code %i} and {@code %~ni}. */
final class LoopSigns {
    private LoopSigns() {}

    static String replace(String text, Map<Character, String> loops, String directory) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int variable = at + 1;
            if (text.startsWith("%~", at)) {
                variable = variableBehind(text, at + 2, loops);
            }
            String value = text.charAt(at) == '%' && variable < text.length() ? loops.get(text.charAt(variable)) : null;
            if (value == null) {
                out.append(text.charAt(at++));
            } else {
                out.append(variable == at + 1 ? value : Parts.path(value, text.substring(at + 2, variable), directory));
                at = variable + 1;
            }
        }
        return out.toString();
    }

    /** The letters before the variable may be a variable's name too: as many as possible are letters. */
    private static int variableBehind(String text, int from, Map<Character, String> loops) {
        int to = Parts.modifiersEnd(text, from);
        while (to > from && (to >= text.length() || !loops.containsKey(text.charAt(to)))) {
            to--;
        }
        return to;
    }
}
