package io.clp.testkit.simulation;

import io.clp.testkit.simulation.Scene.Answer;
import io.clp.testkit.simulation.Scene.Ownership;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Who may have a group: takeovers, releases, drained nodes. */
final class Ownerships {
    private final Scene scene;
    private final BiConsumer<Rule, String> told;
    /** Per asker and node: the line at which the fencer was asked last, and was asked before its last word. */
    private final Map<String, Integer> askedAt = new HashMap<>();

    private final Map<String, Integer> certainSince = new HashMap<>();
    private final Set<String> asking = new HashSet<>();

    Ownerships(Scene scene, BiConsumer<Rule, String> told) {
        this.scene = scene;
        this.told = told;
    }

    void other(Line line, int index) {
        if (!line.subject().equals("fencer")) {
            return;
        }
        String asked = "asked by ";
        if (line.what().startsWith(asked)) {
            String key = line.what().substring(asked.length()) + " " + line.node();
            askedAt.put(key, index);
            asking.add(key);
        } else if (line.what().equals("DEAD_FOR_SURE")) {
            for (String key : asking) {
                if (key.endsWith(" " + line.node())) {
                    certainSince.put(key, askedAt.get(key));
                }
            }
        }
    }

    void changed(Line line, Answer record) {
        Ownership before = scene.owner(record.group());
        if (record.acquired() > 0) {
            acquired(line, record, before);
        } else if (record.released() && before != null && before.node().equals(line.node())) {
            String state = scene.lastState(line.node(), record.group());
            if (!state.equals("OFFLINE")) {
                told.accept(Rule.OFFLINE_BEFORE_RELEASE, record.group() + " is " + state + " when it is given back");
            }
        }
    }

    private void acquired(Line line, Answer record, @Nullable Ownership before) {
        boolean another = before == null || !before.node().equals(line.node());
        if (before != null && another) {
            int certain = certainSince.getOrDefault(line.node() + " " + before.node(), -1);
            if (certain < before.index()) {
                told.accept(
                        Rule.FENCED_TAKEOVER,
                        before.node() + " has " + record.group() + " since line " + before.index()
                                + ", and the fencer said nothing certain about that");
            }
            boolean asked = scene.isAsked(line.node(), record.group());
            if (!asked && !scene.groups.get(record.group()).failover().automatic()) {
                told.accept(Rule.BY_HAND_ONLY, record.group() + " is taken over");
            }
        }
        if (another && scene.machine(line.node()).drained) {
            told.accept(Rule.DRAINED_TAKES_NOTHING, line.node() + " was drained");
        }
    }
}
