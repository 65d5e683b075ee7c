package io.clp.benchmarks.demo;

import io.clp.rehearse.passage.ClusterPassages;
import io.clp.rehearse.passage.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure as it was played once.
 *
 * @param passages what happened, in order
 * @param whereabouts where the groups were in the end
 */
record Performance(List<Passage> passages, List<String> whereabouts) {
    Performance {
        passages = List.copyOf(passages);
        whereabouts = List.copyOf(whereabouts);
    }

    static Performance of(Figure figure, Strategy strategy, Options options, long seed) {
        try (ClusterPassages nodes = FigureCluster.of(
                Groups.of(figure, strategy.control()), options.nodeVersion(), options.language(), seed)) {
            List<Passage> passages = new ArrayList<>(nodes.startAll());
            for (String node : figure.taken()) {
                passages.addAll(options.planned() ? nodes.moveAway(node) : nodes.powerOff(node));
                if (figure.restored()) {
                    passages.addAll(nodes.bringBack(node));
                }
            }
            return new Performance(passages, nodes.whereabouts());
        }
    }
}
