package io.clp.rehearse.script;

import io.clp.script.ScriptCommand;
import java.util.OptionalInt;

/** What programs do that a fake machine does not know. Used from any thread. */
@FunctionalInterface
public interface Answers {
    /** Knows no program: each ends with 0, and the run says that it was not rehearsed. */
    Answers NONE = command -> OptionalInt.empty();

    /**
     * Returns the exit code of a program.
     *
     * @param command what the script runs
     * @return its exit code; empty where it is not known, so that it is reported and ends with 0
     */
    OptionalInt exitCode(ScriptCommand command);
}
