package io.clp.script;

import java.util.List;
import java.util.Objects;

/**
 * Something that is wrong with a script. Immutable.
 *
 * @param file the script's file name
 * @param line where, from 1
 * @param rule what was looked for
 * @param cases the situations in which it was seen to happen when the script was run; empty where it was only read
 * @param happens what happens at run time
 * @param instead what to write instead
 */
public record ScriptFinding(
        String file, int line, ScriptRule rule, List<ScriptCase> cases, String happens, String instead) {
    /**
     * Keeps a copy.
     *
     * @param file the script's file name
     * @param line where, from 1
     * @param rule what was looked for
     * @param cases the situations in which it was seen to happen when the script was run; empty where it was only read
     * @param happens what happens at run time
     * @param instead what to write instead
     */
    public ScriptFinding {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(happens, "happens");
        Objects.requireNonNull(instead, "instead");
        cases = List.copyOf(cases);
    }

    @Override
    public String toString() {
        String when = ScriptCase.describe(cases);
        return file + ":" + line + " " + rule + (when.isEmpty() ? "" : " (" + when + ")") + ": " + happens
                + "; instead: " + instead;
    }
}
