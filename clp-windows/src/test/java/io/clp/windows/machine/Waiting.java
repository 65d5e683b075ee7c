package io.clp.windows.machine;

import io.clp.time.Timeline;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for the machine, without the library's platform. */
public final class Waiting {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private Waiting() {}

    /** Waits until something holds. */
    public static void until(String what, BooleanSupplier holds) {
        Timeline time = Timeline.system();
        long begun = time.nanos();
        while (!holds.getAsBoolean()) {
            if (time.nanos() - begun > LIMIT.toNanos()) {
                throw new IllegalStateException("not within " + LIMIT.toSeconds() + " s: " + what);
            }
            try {
                time.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting until " + what, e);
            }
        }
    }
}
