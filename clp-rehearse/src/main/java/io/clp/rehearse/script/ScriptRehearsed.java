package io.clp.rehearse.script;

import io.clp.script.ScriptRun;
import java.util.Map;

/**
 * One run of a script on a fake machine.
 *
 * @param node the machine's name
 * @param path the script
 * @param environment what it was told of why it runs
 * @param run what it did
 */
public record ScriptRehearsed(String node, String path, Map<String, String> environment, ScriptRun run) {
    /** Keeps a copy. */
    public ScriptRehearsed {
        environment = Map.copyOf(environment);
    }
}
