package io.clp.config.internal.script;

import io.clp.script.BatchScript;
import org.jspecify.annotations.Nullable;

/** Replaces what stands between exclamation marks, as it is done when a command runs. */
final class ExclamationMarks {
    private ExclamationMarks() {}

    static String replace(String text, Variables variables) {
        if (text.indexOf('!') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c == '^' && at + 1 < text.length()) {
                out.append(text.charAt(at + 1));
                at += 2;
            } else if (c == '!') {
                at = variable(text, at, variables, out);
            } else {
                out.append(c);
                at++;
            }
            if (out.length() > BatchScript.MAX_LINE) {
                throw RunLimit.size("the input line is too long");
            }
        }
        return out.toString();
    }

    private static int variable(String text, int at, Variables variables, StringBuilder out) {
        int close = text.indexOf('!', at + 1);
        if (close < 0) {
            return at + 1;
        }
        String name = text.substring(at + 1, close);
        int colon = name.indexOf(':');
        @Nullable String value = variables.get(colon < 0 ? name : name.substring(0, colon));
        if (value != null && colon >= 0) {
            value = Parts.of(value, name.substring(colon + 1));
        }
        out.append(value == null ? "" : value);
        return close + 1;
    }
}
