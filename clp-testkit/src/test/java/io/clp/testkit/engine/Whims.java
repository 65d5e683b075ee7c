package io.clp.testkit.engine;

import io.clp.platform.NodeThing;
import io.clp.resource.Probe;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Resources that misbehave by chance, the same way for the same seed, until they are cured. */
final class Whims {
    private final Random random;
    private final List<CompletableFuture<Void>> hangs = new ArrayList<>();
    private FakePlatform platform;
    private boolean cured;

    Whims(long seed) {
        random = new Random(seed);
    }

    void on(FakePlatform machine) {
        platform = machine;
    }

    /** Ends every misbehaviour, and every hang. */
    void cure() {
        cured = true;
        hangs.forEach(it -> it.complete(null));
    }

    Piece piece(String id) {
        Piece piece = new Piece(id).online(this::act).offline(this::act);
        if (random.nextInt(3) == 0) {
            piece.uses(NodeThing.named("shared"));
        }
        return piece.probe(context -> {
            if (random.nextInt(4) == 0) {
                act(context);
            }
            return !cured && random.nextInt(20) == 0
                    ? Probe.unknown("no idea")
                    : piece.up() ? Probe.online() : Probe.offline();
        });
    }

    private void act(ResourceContext context) throws Exception {
        if (cured) {
            return;
        }
        switch (random.nextInt(12)) {
            case 0 -> throw new IllegalStateException("by chance");
            case 1 -> throw new AssertionError("by chance");
            case 2 -> throw ResourceException.permanent("by chance");
            case 3 -> context.timeline().sleep(seconds(30));
            case 4 -> context.timeline().await(new CompletableFuture<>(), Hang.FOREVER);
            case 5 -> context.await("what never comes", Duration.ofMillis(500), () -> false);
            case 6 -> ignoresInterrupts(new CompletableFuture<>(), seconds(40));
            case 7 -> {
                CompletableFuture<Void> hang = new CompletableFuture<>();
                hangs.add(hang);
                ignoresInterrupts(hang, Hang.FOREVER);
            }
            default -> context.timeline().sleep(seconds(4));
        }
    }

    private Duration seconds(int most) {
        return Duration.ofSeconds(random.nextInt(most + 1));
    }

    private void ignoresInterrupts(CompletableFuture<Void> until, Duration most) {
        long begun = platform.timeline().nanos();
        boolean over = false;
        while (!over) {
            try {
                Duration gone = Duration.ofNanos(platform.timeline().nanos() - begun);
                platform.timeline().await(until, most.minus(gone));
                over = true;
            } catch (InterruptedException e) {
                over = until.isDone();
            }
        }
    }
}
