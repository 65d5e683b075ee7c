package io.clp.internal.runtime;

import io.clp.internal.decide.Input;
import io.clp.time.Timeline;
import io.clp.time.TimelineEndedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The end of a controller: what waits is refused, what runs is waited for. */
record Closing(Timeline timeline, List<GroupRunner> runners) {
    void run() {
        try {
            List<CompletableFuture<?>> running = new ArrayList<>();
            Duration longest = Duration.ZERO;
            for (GroupRunner runner : runners) {
                runner.post(new Input.Closing());
                running.addAll(runner.unanswered());
                Duration limit = runner.startLimit;
                longest = limit.compareTo(longest) > 0 ? limit : longest;
            }
            if (!running.isEmpty() && !Inside.any()) {
                timeline.await(CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)), longest);
            }
        } catch (TimelineEndedException e) {
            return; // nothing of the node's runs any more: there is nothing to wait for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
