package io.clp.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A situation in which the cluster runs a script. Immutable.
 *
 * @param event what {@code CLP_EVENT} is: START, FAILOVER, RECOVER, or empty where there is no cluster and the variable is not set
 * @param disk what {@code CLP_DISK} is: SUCCESS or FAILURE
 * @param server what {@code CLP_SERVER} is: HOME or OTHER
 */
public record ScriptCase(String event, String disk, String server) {
    private static final List<String> EVENTS = List.of("START", "FAILOVER", "RECOVER", "");
    private static final List<String> DISKS = List.of("SUCCESS", "FAILURE");
    private static final List<String> SERVERS = List.of("HOME", "OTHER");
    private static final List<ScriptCase> ALL = combined();

    /**
     * Refuses nulls.
     *
     * @param event what {@code CLP_EVENT} is: START, FAILOVER, RECOVER, or empty where there is no cluster and the variable is not set
     * @param disk what {@code CLP_DISK} is: SUCCESS or FAILURE
     * @param server what {@code CLP_SERVER} is: HOME or OTHER
     */
    public ScriptCase {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(disk, "disk");
        Objects.requireNonNull(server, "server");
    }

    /** {@return all 16 situations} */
    public static List<ScriptCase> all() {
        return ALL;
    }

    private static List<ScriptCase> combined() {
        List<ScriptCase> all = new ArrayList<>();
        for (String event : EVENTS) {
            for (String disk : DISKS) {
                for (String server : SERVERS) {
                    all.add(new ScriptCase(event, disk, server));
                }
            }
        }
        return List.copyOf(all);
    }

    /** {@return the variables of the situation} */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (!event.isEmpty()) {
            variables.put("CLP_EVENT", event);
        }
        variables.put("CLP_DISK", disk);
        variables.put("CLP_SERVER", server);
        return variables;
    }

    /**
     * Says in words which situations these are, as briefly as that is exact.
     *
     * @param cases some situations, each once
     * @return "CLP_EVENT START or FAILOVER, CLP_DISK FAILURE"; "always" for all of them; empty for none
     */
    public static String describe(List<ScriptCase> cases) {
        Set<String> events = values(cases, ScriptCase::event);
        Set<String> disks = values(cases, ScriptCase::disk);
        Set<String> servers = values(cases, ScriptCase::server);
        if (events.size() * disks.size() * servers.size() != cases.size()) {
            return String.join("; ", cases.stream().map(ScriptCase::toString).toList());
        }
        List<String> parts = new ArrayList<>();
        addUnlessAll(parts, "CLP_EVENT", events, EVENTS);
        addUnlessAll(parts, "CLP_DISK", disks, DISKS);
        addUnlessAll(parts, "CLP_SERVER", servers, SERVERS);
        return cases.size() == ALL.size() ? "always" : String.join(", ", parts);
    }

    private static Set<String> values(List<ScriptCase> cases, Function<ScriptCase, String> dimension) {
        Set<String> values = new LinkedHashSet<>();
        cases.forEach(it -> values.add(dimension.apply(it)));
        return values;
    }

    private static void addUnlessAll(List<String> parts, String variable, Set<String> values, List<String> all) {
        if (!values.isEmpty() && values.size() < all.size()) {
            parts.add(variable + " "
                    + String.join(" or ", values.stream().map(ScriptCase::shown).toList()));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value;
    }

    @Override
    public String toString() {
        return "CLP_EVENT " + shown(event) + ", CLP_DISK " + disk + ", CLP_SERVER " + server;
    }
}
