package io.clp.script;

import java.util.Optional;

/**
 * What a script runs on: the programs, files and other scripts that it finds. Implemented by the caller; a run calls it from the thread
 * that runs, one call after another.
 */
@FunctionalInterface
public interface ScriptHost {
    /** The exit code that the command interpreter gives where there is no such program. */
    int NOT_FOUND = 9009;

    /**
     * Runs a program, or one of the interpreter's own commands that touch files ({@code copy}, {@code del} and the like).
     *
     * @param command what to run, and where it is written
     * @return its exit code, {@link #NOT_FOUND} where there is no such program
     * @throws InterruptedException the thread was interrupted; the run ends with it
     */
    int run(ScriptCommand command) throws InterruptedException;

    /**
     * Tells whether a file or folder exists, for {@code IF EXIST}.
     *
     * @param path as it is written, without quotes; relative to the script's current directory
     * @return true where it exists; nothing does unless this is overridden
     */
    default boolean exists(String path) {
        return false;
    }

    /**
     * Returns the text of another script that is called. Asked for every name with the ending {@code .bat} or {@code .cmd}, and
     * for every name without an ending.
     *
     * @param path as it is written, without quotes; relative to the script's current directory
     * @return its text; empty where it is no script, and {@link #run} is asked instead
     */
    default Optional<String> script(String path) {
        return Optional.empty();
    }
}
