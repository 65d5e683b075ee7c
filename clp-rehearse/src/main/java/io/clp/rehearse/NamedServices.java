package io.clp.rehearse;

import io.clp.script.BatchScript;
import io.clp.script.ScriptCommand;
import io.clp.script.ScriptHost;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The services that scripts name, found by running them with every event on a host that does nothing. */
final class NamedServices implements ScriptHost {
    private static final List<String> EVENTS = List.of("START", "FAILOVER", "RECOVER");
    private static final List<String> RANKS = List.of("HOME", "OTHER");

    /** Those of IIS are there or not by its version, whatever a script says. */
    private static final Set<String> OF_IIS = Set.of("w3svc", "was", "iisadmin", "ftpsvc", "msftpsvc", "smtpsvc", "nntpsvc");

    private final Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private NamedServices() {}

    static Set<String> in(Map<String, String> scripts, Collection<String> beside) throws InterruptedException {
        NamedServices host = new NamedServices();
        host.found.addAll(beside);
        for (Map.Entry<String, String> script : scripts.entrySet()) {
            BatchScript read = BatchScript.parse(script.getKey(), script.getValue());
            for (String event : EVENTS) {
                for (String rank : RANKS) {
                    read.run(host, Map.of("CLP_EVENT", event, "CLP_DISK", "SUCCESS", "CLP_SERVER", rank), List.of());
                }
            }
        }
        host.found.removeIf(it -> OF_IIS.contains(it.toLowerCase(Locale.ROOT)));
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
                if (words.size() > 1 && List.of("start", "stop").contains(words.get(0).toLowerCase(Locale.ROOT))) {
                    found.add(words.get(1));
                }
            }
            default -> {}
        }
        return 0;
    }
}
