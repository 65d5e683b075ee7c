package io.clp.windows;

import org.jspecify.annotations.Nullable;

/** Closes things one after another, each whatever became of those before it. */
final class Closing {
    private Closing() {}

    /** Takes every step, and throws the first error with the later ones attached. */
    static void all(Runnable... steps) {
        @Nullable RuntimeException first = null;
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
