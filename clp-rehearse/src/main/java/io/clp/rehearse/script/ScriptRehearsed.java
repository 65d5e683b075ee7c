package io.clp.rehearse.script;

import io.clp.script.ScriptRun;
import java.util.List;
import java.util.Map;

/**
 * One run of a script on a fake machine.
 *
 * @param node the machine's name
 * @param path the script
 * @param environment what it was told of why it runs
 * @param run what it did
 * @param notRehearsed the programs that the machine does not know, each once, in order
 */
public record ScriptRehearsed(
        String node, String path, Map<String, String> environment, ScriptRun run, List<String> notRehearsed) {
    /** Keeps copies. */
    public ScriptRehearsed {
        environment = Map.copyOf(environment);
        notRehearsed = List.copyOf(notRehearsed);
    }
}
