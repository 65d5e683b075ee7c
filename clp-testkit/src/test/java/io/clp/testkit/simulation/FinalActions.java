package io.clp.testkit.simulation;

import io.clp.failover.FinalAction;
import java.util.ArrayList;
import java.util.List;

/** Final actions that only count themselves. One run at a time. */
final class FinalActions {
    private static final List<String> RUN = new ArrayList<>();

    private FinalActions() {}

    static FinalAction counted() {
        return FinalAction.of("count", it -> {
            synchronized (RUN) {
                RUN.add(it.node() + " " + it.group());
            }
        });
    }

    static void forget() {
        synchronized (RUN) {
            RUN.clear();
        }
    }

    /** Returns the node and the group of each that ran. */
    static List<String> run() {
        synchronized (RUN) {
            return List.copyOf(RUN);
        }
    }
}
