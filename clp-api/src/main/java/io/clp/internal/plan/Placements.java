package io.clp.internal.plan;

import io.clp.NodeId;
import io.clp.failover.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of every group where it will be, and why not elsewhere. */
final class Placements {
    private final Chooser chooser;
    private final Index index;
    /** Said of most nodes of most groups, so made once. */
    private final String[] comesAfter;

    private Placements(Chooser chooser) {
        this.chooser = chooser;
        index = chooser.index;
        comesAfter = new String[index.nodeCount()];
        Arrays.setAll(comesAfter, n -> "it comes after " + index.node(n) + " in the group's list");
    }

    /** Returns the placements of what was decided, in the order of the picture. */
    static List<Plan.Placement> of(Chooser chooser) {
        Placements placements = new Placements(chooser);
        List<Plan.Placement> all = new ArrayList<>(chooser.index.groupCount);
        for (int g = 0; g < chooser.index.groupCount; g++) {
            all.add(placements.of(g));
        }
        return all;
    }

    private Plan.Placement of(int g) {
        int at = chooser.board.at[g];
        Map<NodeId, String> elsewhere = new LinkedHashMap<>(2 * index.list[g].length);
        int[] list = index.list[g];
        int own = index.preference(g, at);
        long[] bars = chooser.courses[g].bars;
        for (int i = 0; i < list.length; i++) {
            if (list[i] != at) {
                long bar = bars != null ? bars[i] : chooser.board.bar(g, list[i]);
                elsewhere.put(
                        index.node(list[i]),
                        bar != Bar.FREE ? chooser.words.bar(g, list[i], bar) : open(g, at, list[i], i < own));
            }
        }
        return new Plan.Placement(
                index.id(g),
                at == Index.NONE ? Optional.empty() : Optional.of(index.node(at)),
                chooser.courses[g].placementReason(),
                elsewhere);
    }

    /** Returns why a group will not be on a node that can take it. */
    private String open(int g, int at, int n, boolean preferred) {
        if (at == Index.NONE) {
            return n == index.owner[g] ? "it has the group" : "it could take the group";
        }
        if (!preferred) {
            return comesAfter[at];
        }
        if (n == index.owner[g]) {
            return "the group leaves it";
        }
        if (chooser.board.crowded(g, n)) {
            return "another exclusive group is there";
        }
        if (chooser.courses[g].start != Index.NONE) {
            return "the group was sent to " + index.node(at);
        }
        return index.failback[g]
                ? "it could take the group, which goes back when nothing else is wrong with it"
                : "it could take the group, but failback is by hand";
    }
}
