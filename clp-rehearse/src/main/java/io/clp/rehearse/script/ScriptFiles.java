package io.clp.rehearse.script;

import java.util.Optional;

/** The batch files that a rehearsal knows. Used from any thread. */
@FunctionalInterface
public interface ScriptFiles {
    /**
     * Returns the text of a script.
     *
     * @param path the whole path, as a node knows it
     * @return its text; empty where there is no such file
     */
    Optional<String> text(String path);
}
