package io.clp.script;

import io.clp.config.internal.script.Machine;
import io.clp.config.internal.script.Model;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A batch file of Windows, read. Immutable and safe for use by several threads.
 *
 * <p>It is run as {@code cmd.exe /d /c} runs it, command extensions enabled: variables in percent signs are replaced line by line, and in
 * a block of parentheses for the whole block before any of it runs. The programs that it calls are the {@link ScriptHost}'s. A run
 * reads no clock, no file and no other environment than it is given, so that equal hosts give equal runs: {@code %DATE%},
 * {@code %TIME%} and {@code %RANDOM%} are constants unless the environment has them.
 *
 * <p>Not interpreted, and listed by {@link #opaque()}: {@code FOR /F}, {@code /D} and {@code /R}, a {@code FOR} over wildcards,
 * {@code SET /P}, and what the command interpreter itself could not read. A folder that a script changes to is taken to exist.
 */
public final class BatchScript {
    /** The most characters that a script may have. */
    public static final int MAX_CHARACTERS = 1_048_576;
    /** The most lines that a script may have. */
    public static final int MAX_LINES = 50_000;
    /** The most characters of a line, expanded or not, which is the command interpreter's own limit. */
    public static final int MAX_LINE = 8_191;
    /** The deepest nesting of parentheses, IF and FOR. */
    public static final int MAX_NESTING = 64;
    /** The most steps of a run unless it is given another number. A step is a line that is read or a command that is run. */
    public static final int DEFAULT_STEPS = 100_000;

    private final Model model;

    private BatchScript(Model model) {
        this.model = model;
    }

    /**
     * Reads a script. What is not understood is kept and listed by {@link #opaque()}.
     *
     * @param fileName the file's name, with its folder where {@code %~dp0} matters: it is what findings name
     * @param text the whole text; lines end with LF or CR LF
     * @return the script
     * @throws ScriptException the text, a line or a nesting is beyond the limits above
     */
    public static BatchScript parse(String fileName, String text) {
        return new BatchScript(Model.of(fileName, text));
    }

    /** {@return the file's name, as it was given} */
    public String fileName() {
        return model.file();
    }

    /** {@return the number of lines} */
    public int lines() {
        return model.lines().size();
    }

    /**
     * Returns a line as it is written.
     *
     * @param line its number, from 1
     * @return the text without its end
     * @throws IndexOutOfBoundsException there is no such line
     */
    public String line(int line) {
        return model.lines().get(line - 1);
    }

    /** {@return the labels that can be jumped to, lower case, in the order of their first lines} */
    public Set<String> labels() {
        return model.labels().names();
    }

    /** {@return the lines that are not understood, in order} */
    public List<OpaqueLine> opaque() {
        return model.opaque();
    }

    /**
     * Runs the script with at most {@link #DEFAULT_STEPS} steps.
     *
     * @param host what it runs on
     * @param environment the variables, whose names do not regard case; {@code CD} is the current directory, C:\ where it is not given
     * @param arguments what {@code %1} and the following are
     * @return what it did, whatever went wrong
     * @throws InterruptedException the host was interrupted
     */
    public ScriptRun run(ScriptHost host, Map<String, String> environment, List<String> arguments)
            throws InterruptedException {
        return run(host, environment, arguments, DEFAULT_STEPS);
    }

    /**
     * Runs the script.
     *
     * @param host what it runs on
     * @param environment the variables, whose names do not regard case; {@code CD} is the current directory, C:\ where it is not given
     * @param arguments what {@code %1} and the following are
     * @param steps the most steps, after which the run ends with {@link ScriptProblem.Kind#STEP_LIMIT}
     * @return what it did, whatever went wrong
     * @throws InterruptedException the host was interrupted
     * @throws IllegalArgumentException {@code steps} is not positive
     */
    public ScriptRun run(ScriptHost host, Map<String, String> environment, List<String> arguments, int steps)
            throws InterruptedException {
        if (steps <= 0) {
            throw new IllegalArgumentException("steps " + steps + ": at least one is needed");
        }
        return new Machine(host, environment, steps).run(model, arguments);
    }

    Model model() {
        return model;
    }

    @Override
    public String toString() {
        return fileName() + " (" + lines() + " lines)";
    }
}
