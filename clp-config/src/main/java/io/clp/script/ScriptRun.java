package io.clp.script;

import java.util.List;

/**
 * What a script did when it was run. Immutable.
 *
 * @param exitCode what the command interpreter would have ended with
 * @param commands the programs that ran, in order, of every script that was called
 * @param output what the script itself wrote where it was not redirected, error messages included; commands that an {@code ECHO ON}
 *     shows are left out
 * @param problems what went wrong on the way, in order
 */
public record ScriptRun(int exitCode, List<Ran> commands, List<String> output, List<ScriptProblem> problems) {
    /**
     * Keeps copies.
     *
     * @param exitCode what the command interpreter would have ended with
     * @param commands the programs that ran, in order, of every script that was called
     * @param output what the script itself wrote where it was not redirected, error messages included; commands that an
     *     {@code ECHO ON} shows are left out
     * @param problems what went wrong on the way, in order
     */
    public ScriptRun {
        commands = List.copyOf(commands);
        output = List.copyOf(output);
        problems = List.copyOf(problems);
    }

    /**
     * A program that ran.
     *
     * @param file the script's file name
     * @param line where the command begins, from 1
     * @param program the file name, as in {@link ScriptCommand#program()}
     * @param arguments its arguments, without quotes
     * @param text the whole command, every variable expanded
     * @param exitCode what the host answered
     */
    public record Ran(String file, int line, String program, List<String> arguments, String text, int exitCode) {
        /**
         * Keeps a copy.
         *
         * @param file the script's file name
         * @param line where the command begins, from 1
         * @param program the file name, as in {@link ScriptCommand#program()}
         * @param arguments its arguments, without quotes
         * @param text the whole command, every variable expanded
         * @param exitCode what the host answered
         */
        public Ran {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return file + ":" + line + ": " + text + " -> " + exitCode;
        }
    }

    /**
     * Tells whether something of a kind went wrong.
     *
     * @param kind the kind
     * @return true where a problem of it is listed
     */
    public boolean met(ScriptProblem.Kind kind) {
        return problems.stream().anyMatch(it -> it.kind() == kind);
    }
}
