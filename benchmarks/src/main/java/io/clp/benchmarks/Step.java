package io.clp.benchmarks;

import io.clp.time.Timeline;
import java.time.Duration;

/** What one resource does: it waits the same time when started and when stopped, or not at all. */
final class Step {
    private final Duration pause;

    /** Written by one thread at a time; the orchestrator's completion publishes it. */
    private boolean online;

    Step(Duration pause) {
        this.pause = pause;
    }

    void start() {
        pause();
        online = true;
    }

    void stop() {
        pause();
        online = false;
    }

    boolean online() {
        return online;
    }

    private void pause() {
        if (pause.isZero()) {
            return;
        }
        try {
            // The same wait for every orchestrator, so that only the orchestration differs.
            Timeline.system().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a measurement", e);
        }
    }
}
