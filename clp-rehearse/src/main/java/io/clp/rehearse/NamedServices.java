package io.clp.rehearse;

import io.clp.script.BatchScript;
import io.clp.script.ScriptCase;
import io.clp.script.ScriptCommand;
import io.clp.script.ScriptHost;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The services that scripts name, found by running them in every situation on a host that does nothing. */
final class NamedServices implements ScriptHost {
    private final Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private NamedServices() {}

    static Set<String> in(Iterable<BatchScript> scripts) throws InterruptedException {
        NamedServices host = new NamedServices();
        for (BatchScript script : scripts) {
            for (ScriptCase situation : ScriptCase.all()) {
                script.run(host, situation.environment(), List.of());
            }
        }
        return host.found;
    }

    @Override
    public int run(ScriptCommand command) {
        List<String> words = command.arguments();
        switch (command.program()) {
            case "armload" -> {
                if (words.stream().anyMatch(it -> it.equalsIgnoreCase("/S"))) {
                    found.add(words.get(words.size() - 1));
                }
            }
            case "net", "sc" -> {
                if (words.size() > 1
                        && List.of("start", "stop").contains(words.get(0).toLowerCase(Locale.ROOT))) {
                    found.add(words.get(1));
                }
            }
            case "iisreset" -> found.add("W3SVC");
            default -> {}
        }
        return 0;
    }
}
