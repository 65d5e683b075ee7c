package io.clp.testkit.internal.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks that have not ended, in the order in which they were forked. */
final class LiveTasks {
    static final int MAX = 1_000;

    private final Map<Long, SimTask<?>> byId = new LinkedHashMap<>();
    private final AtomicInteger reserved = new AtomicInteger();
    private long ids;

    /** Keeps a place for a task, on whatever thread. */
    void reserve(String name) {
        if (reserved.incrementAndGet() > MAX) {
            reserved.decrementAndGet();
            throw new IllegalStateException("cannot fork '" + name + "': " + MAX
                    + " tasks have not ended, which is the limit of a simulation; do earlier ones hang?");
        }
    }

    void add(SimTask<?> task) {
        task.id = ++ids;
        byId.put(task.id, task);
    }

    void remove(SimTask<?> task) {
        if (byId.remove(task.id) != null) {
            reserved.decrementAndGet();
        }
    }

    List<SimTask<?>> inOrder() {
        return List.copyOf(byId.values());
    }
}
