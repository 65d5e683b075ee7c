package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a trace says of the moment that has been read to. */
final class Scene {
    /**
     * Who has a group.
     *
     * @param node whose
     * @param epoch under which
     * @param index of the line
     * @param asked whether somebody asked for it
     */
    record Ownership(String node, long epoch, int index, boolean asked) {}

    /** A node, as the trace shows it. */
    static final class Machine {
        boolean runs = true;
        boolean standsStill;
        boolean drained;
        String contact = "CONNECTED";
        long contactSince;
        /** Whether the quorum counts it as alive, and when it did last. */
        boolean alive;

        long aliveUntil;
        long aliveSince;
        boolean troubled;
        boolean everStoodStill;
        long goesOnAt = -Judge.SECOND;
    }

    static final String ANYWHERE = "*";

    final Map<String, FailoverGroup> groups = new LinkedHashMap<>();
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, Long> stateSince = new HashMap<>();
    /** What groups were last on nodes whose process has ended. */
    private final Map<String, String> statesAtTheEnd = new HashMap<>();

    private final Map<String, Ownership> owners = new HashMap<>();
    /** Where somebody asked for a group's start that has not come about yet: nodes, or {@link #ANYWHERE}. */
    private final Map<String, Set<String>> askedOn = new HashMap<>();

    boolean allTroubled;
    boolean repaired;

    Scene(List<FailoverGroup> defined) {
        defined.forEach(it -> groups.put(it.id().value(), it));
    }

    Machine machine(String node) {
        return machines.computeIfAbsent(node, it -> new Machine());
    }

    Map<String, Machine> machines() {
        return machines;
    }

    String state(String node, String group) {
        return states.getOrDefault(node + " " + group, "UNKNOWN");
    }

    long stateSince(String node, String group) {
        return stateSince.getOrDefault(node + " " + group, 0L);
    }

    boolean isUp(String node, String group) {
        String state = state(node, group);
        return state.equals("ONLINE") || state.equals("ONLINE_PENDING") || state.equals("ONLINE_FAILURE");
    }

    /** Returns whether what a node does to have a group is what somebody asked for. */
    boolean isAsked(String node, String group) {
        Set<String> asked = askedOn.getOrDefault(group, Set.of());
        return asked.contains(node) || asked.contains(ANYWHERE);
    }

    /** Somebody asks for a group's start on a node. Another call does not end that: it is refused while the start goes on. */
    void ask(String node, String group) {
        askedOn.computeIfAbsent(group, it -> new HashSet<>()).add(node);
    }

    /** What was asked for has come about on a node, or will not. */
    void answered(String node, String group) {
        Set<String> asked = askedOn.getOrDefault(group, new HashSet<>());
        asked.remove(node);
        asked.remove(ANYWHERE);
    }

    /** Returns what a group was on a node when its process last said something: a request may arrive after its sender has ended. */
    String lastState(String node, String group) {
        String key = node + " " + group;
        return states.containsKey(key) ? state(node, group) : statesAtTheEnd.getOrDefault(key, "UNKNOWN");
    }

    /** Returns whether a node has a group because somebody asked for that; what it does with it later follows from it. */
    boolean gotAsAsked(String node, String group) {
        Ownership owner = owners.get(group);
        return owner != null && owner.node().equals(node) && owner.asked();
    }

    @Nullable
    Ownership owner(String group) {
        return owners.get(group);
    }

    /** Takes a line, after it has been judged. */
    void take(Line line, int index) {
        switch (line.subject()) {
            case "machine" -> machine(line);
            case "coordination" -> coordination(line, index);
            case "member" -> {
                String heard = "hears of its contact: ";
                if (line.what().startsWith(heard)) {
                    Machine machine = machine(line.node());
                    machine.contact = line.what().substring(heard.length());
                    machine.contactSince = line.micros();
                }
            }
            case "note" -> note(line);
            default -> {
                Change change = Change.of(line);
                if (change != null) {
                    String key = line.node() + " " + line.group();
                    states.put(key, change.to());
                    if (!change.to().equals(change.from())) {
                        stateSince.put(key, line.micros());
                    }
                }
            }
        }
    }

    private void machine(Line line) {
        Machine machine = machine(line.node());
        machine.troubled = true;
        switch (line.what()) {
            case "process paused", "frozen" -> {
                machine.standsStill = true;
                machine.everStoodStill = true;
            }
            case "goes on" -> {
                machine.standsStill = false;
                machine.goesOnAt = line.micros();
                machine.contactSince = line.micros();
                for (String group : groups.keySet()) {
                    stateSince.put(line.node() + " " + group, line.micros());
                }
            }
            case "boot" -> machine.runs = true;
            default -> {
                if (!line.what().startsWith("clock")) {
                    ended(line.node(), machine);
                }
            }
        }
    }

    private void ended(String node, Machine machine) {
        machine.runs = false;
        machine.standsStill = false;
        machine.drained = false;
        machine.contact = "CONNECTED";
        groups.keySet().forEach(it -> {
            String key = node + " " + it;
            statesAtTheEnd.put(key, state(node, it));
            states.remove(key);
        });
    }

    private void coordination(Line line, int index) {
        Machine machine = machine(line.node());
        String what = line.what();
        if (what.equals("in contact")) {
            machine.alive = true;
            machine.aliveSince = line.micros();
            machine.runs = true;
        } else if (what.startsWith("lost: ") || what.equals("its session has expired")) {
            machine.alive = false;
            machine.aliveUntil = line.micros();
            machine.troubled = true;
        } else {
            Answer record = Answer.of(line);
            if (record != null && record.acquired() > 0) {
                boolean asked = isAsked(line.node(), record.group()) || gotAsAsked(line.node(), record.group());
                owners.put(record.group(), new Ownership(line.node(), record.acquired(), index, asked));
            } else if (record != null && record.released()) {
                owners.remove(record.group());
            }
        }
    }

    private void note(Line line) {
        Step step = Step.of(line);
        if (line.what().equals("everything is repaired")) {
            repaired = true;
            machines.values().forEach(it -> it.drained = false);
        } else if (line.what().equals("takes groups again")) { // asked before a drain, it may be done after it
            machine(line.node()).drained = false;
        } else if (line.what().startsWith("drained: ")) {
            machine(line.node()).drained = !repaired;
        } else if (step != null) {
            switch (step.kind()) {
                case "LOSE_QUORUM", "DISCONNECT_ALL", "FENCER_FAILS", "FENCER_DOUBTS", "FENCER_SLOW" ->
                    allTroubled = true;
                case "START", "STOP", "MOVE", "RECONNECT", "RELEASE" -> {}
                case "UNDRAIN" -> machine(step.node()).drained = false;
                default -> machine(step.node()).troubled = true;
            }
        }
    }

    /**
     * A group's change on a node.
     *
     * @param from before
     * @param to now
     * @param cause why
     */
    record Change(String from, String to, String cause) {
        static @Nullable Change of(Line line) {
            String what = line.what();
            int arrow = what.indexOf(" -> ");
            int open = what.indexOf(" (", arrow + 1);
            if (!line.ofGroup() || arrow < 0 || open < arrow || what.lastIndexOf(' ', arrow - 1) >= 0) {
                return null;
            }
            int close = what.lastIndexOf(')');
            return new Change(
                    what.substring(0, arrow), what.substring(arrow + 4, open), what.substring(open + 2, close));
        }

        boolean begins(String state) {
            return to.equals(state) && !from.equals(to);
        }

        boolean start() {
            return begins("ONLINE_PENDING") && cause.startsWith("start (");
        }

        boolean stop() {
            return begins("OFFLINE_PENDING") && cause.startsWith("stop (");
        }
    }

    /**
     * A change of who has a group.
     *
     * @param group which
     * @param what claim, takeover, release or redirect
     * @param from the epoch that it is from
     * @param acquired the new epoch, 0 where it was not acquired
     * @param released whether it was given back
     * @param next for whom
     */
    record Answer(String group, String what, long from, long acquired, boolean released, String next) {
        static @Nullable Answer of(Line line) {
            String text = line.what();
            int answer = text.lastIndexOf(": ");
            if (!line.subject().equals("coordination") || answer < 0 || !text.contains(" of ")) {
                return null;
            }
            String[] words = text.substring(0, answer).replace(",", "").split(" ", -1);
            long acquired = 0;
            if (text.startsWith("Acquired[epoch=", answer + 2)) {
                acquired = Long.parseLong(text.substring(answer + 2 + "Acquired[epoch=".length(), text.length() - 1));
            }
            boolean released = words[0].equals("release") && text.startsWith("true", answer + 2);
            long from = 0;
            String next = "";
            for (int i = 2; i < words.length - 1; i++) {
                from = words[i].equals("epoch") ? Long.parseLong(words[i + 1]) : from;
                next = words[i].equals("for") ? words[i + 1] : next;
            }
            return words.length < 3 || !words[1].equals("of")
                    ? null
                    : new Answer(words[2], words[0], from, acquired, released, next);
        }
    }

    /**
     * What the schedule did.
     *
     * @param kind what
     * @param node to which
     * @param group to which
     */
    record Step(String kind, String node, String group) {
        static @Nullable Step of(Line line) {
            if (!line.subject().equals("note")) {
                return null;
            }
            String[] words = line.what().split(" ", -1);
            if (words.length >= 6 && words[0].equals("step")) {
                return new Step(words[1], words[2], words[3]);
            }
            return line.what().startsWith("start of ") ? new Step("START", line.node(), words[2]) : null;
        }
    }
}
