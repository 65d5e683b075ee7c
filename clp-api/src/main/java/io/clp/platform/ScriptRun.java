package io.clp.platform;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a batch file, without arguments: its data is in the environment.
 *
 * @param path the file, with its whole path
 * @param environment variables to set beside the inherited ones, as for any command
 * @param outputCharset in what its output is written; empty where it is what console programs write on the node
 * @param armRequests who answers ARMLOAD and its like; empty where they are none of the platform's business
 */
public record ScriptRun(
        String path,
        Map<String, String> environment,
        Optional<Charset> outputCharset,
        Optional<ArmRequests> armRequests) {
    /**
     * Copies the variables.
     *
     * @param path the file
     * @param environment none null
     * @param outputCharset a charset, or empty
     * @param armRequests somebody, or empty
     */
    public ScriptRun {
        environment = Map.copyOf(environment);
    }

    /** {@return the path: the variables may hold secrets} */
    @Override
    public String toString() {
        return path;
    }
}
