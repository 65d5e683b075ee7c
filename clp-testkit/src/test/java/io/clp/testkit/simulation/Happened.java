package io.clp.testkit.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happened in a run, read from its trace. */
final class Happened {
    private static final Pattern GROUP =
            Pattern.compile("(\\S+) (\\S+) group (\\S+): ([A-Z_]+) -> ([A-Z_]+) \\((.*)\\)(?:, epoch (\\d+))?");
    private static final Pattern POWER = Pattern.compile("(\\S+) (\\S+) machine: (power off|process killed|boot)");

    private final List<Change> changes = new ArrayList<>();
    private final List<String> lines;
    private final int startedByHand;

    /**
     * A group became another state on a node.
     *
     * @param line the place in the trace
     * @param node where
     * @param group which
     * @param from before
     * @param to after
     * @param cause why
     */
    record Change(int line, String node, String group, String from, String to, String cause) {
        boolean starts() {
            return to.equals("ONLINE_PENDING") && cause.startsWith("start");
        }
    }

    Happened(String trace, int startedByHand) {
        this.startedByHand = startedByHand;
        lines = trace.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher group = GROUP.matcher(lines.get(i));
            Matcher power = POWER.matcher(lines.get(i));
            if (group.matches() && !group.group(4).equals(group.group(5))) {
                changes.add(
                        new Change(i, group.group(2), group.group(3), group.group(4), group.group(5), group.group(6)));
            } else if (power.matches()) {
                changes.add(new Change(i, power.group(2), "", "", power.group(3), ""));
            }
        }
    }

    List<Change> changes() {
        return changes;
    }

    /** Returns how many groups ran again only when somebody started them after everything was repaired. */
    int startedByHand() {
        return startedByHand;
    }

    /** Returns the first line from a place on that contains a text; -1 where none does. */
    int find(int from, String text) {
        for (int i = Math.max(0, from); i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        return -1;
    }

    String line(int index) {
        return lines.get(index);
    }

    /** Returns how many starts of a group had a cause. */
    long starts(String group, String cause) {
        return changes.stream()
                .filter(it ->
                        it.group().equals(group) && it.starts() && it.cause().contains(cause))
                .count();
    }

    /** Returns the first two groups that were on one node at once, though they must not be; what a node held is gone with its power. */
    Optional<String> together(String one, String other) {
        Map<String, String> states = new LinkedHashMap<>();
        for (Change it : changes) {
            if (it.group().isEmpty()) {
                states.remove(it.node() + " " + one);
                states.remove(it.node() + " " + other);
                continue;
            }
            states.put(it.node() + " " + it.group(), it.to());
            boolean both = active(states.get(it.node() + " " + one)) && active(states.get(it.node() + " " + other));
            if (both && it.starts()) {
                return Optional.of(one + " and " + other + " are both on " + it.node() + ": " + line(it.line()));
            }
        }
        return Optional.empty();
    }

    private static boolean active(@Nullable String state) {
        return state != null && (state.equals("ONLINE") || state.equals("ONLINE_PENDING"));
    }
}
