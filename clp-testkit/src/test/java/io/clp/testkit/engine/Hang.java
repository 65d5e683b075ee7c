package io.clp.testkit.engine;

import io.clp.platform.Platform;
import io.clp.resource.ResourceContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A native call that hangs: no interrupt ends it, and it goes on to its effect when the test lets it. */
final class Hang implements Piece.Act {
    static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Supplier<Platform> platform;
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    /**
     * Makes a hang.
     *
     * @param platform the machine itself, not an attempt's view of it
     */
    Hang(Supplier<Platform> platform) {
        this.platform = platform;
    }

    void release() {
        released.complete(null);
    }

    @Override
    public void run(ResourceContext context) {
        boolean interrupted = false;
        while (!released.isDone()) {
            try {
                platform.get().timeline().await(released, FOREVER);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
