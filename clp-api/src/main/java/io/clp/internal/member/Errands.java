package io.clp.internal.member;

import io.clp.time.Timeline;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Work that may block, one piece after another and in order, on a thread that is there only while there is some. Thread-safe. */
final class Errands {
    private final Timeline timeline;
    private final String name;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    Errands(Timeline timeline, String name) {
        this.timeline = timeline;
        this.name = name;
    }

    /** Does a piece of work behind those before it; none of them may throw. */
    void add(Runnable errand) {
        synchronized (waiting) {
            waiting.add(errand);
            if (running) {
                return;
            }
            running = true;
        }
        timeline.fork(name, () -> {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
            return true;
        });
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable next = waiting.poll();
            running = next != null;
            return next;
        }
    }
}
