package io.clp.testkit.internal.cluster;

import io.clp.NodeId;
import io.clp.failover.Fencer;
import io.clp.testkit.FakeFencer;
import io.clp.testkit.internal.fake.World;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** A power switch for every machine. Guarded by the world's lock. */
final class Fencing implements FakeFencer {
    /** No answer ever takes so long. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final World world;
    private final BiConsumer<NodeId, String> cutPower;
    private final List<NodeId> asked = new ArrayList<>();
    private Duration takes = Duration.ZERO;
    private boolean acts = true;
    private Fencer.Result says = Fencer.Result.DEAD_FOR_SURE;

    Fencing(World world, BiConsumer<NodeId, String> cutPower) {
        this.world = world;
        this.cutPower = cutPower;
    }

    /** Returns the fencer as the member of one node sees it. */
    Fencer askedBy(Station asker) {
        return node -> fence(asker, node);
    }

    private Fencer.Result fence(Station asker, NodeId node) throws InterruptedException {
        Timeline process = asker.timeline();
        Duration time = world.change(() -> {
            asked.add(node);
            world.happened(node, "fencer", "asked by " + asker.id());
            return takes;
        });
        if (time.isZero()) {
            return act(node);
        }
        CompletableFuture<Fencer.Result> answer = new CompletableFuture<>();
        world.hardware().after(time, () -> answer.complete(act(node)));
        return process.await(answer, FOR_EVER) ? answer.join() : Fencer.Result.UNKNOWN;
    }

    private Fencer.Result act(NodeId node) {
        boolean cut = world.change(() -> acts);
        if (cut) {
            cutPower.accept(node, "powered off by the fencer");
        }
        return world.change(() -> {
            world.happened(node, "fencer", says.name());
            return says;
        });
    }

    @Override
    public FakeFencer takes(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("not negative: " + time);
        }
        world.checkForTest();
        world.change(() -> {
            takes = time;
        });
        return this;
    }

    @Override
    public FakeFencer fails() {
        return set(false, Fencer.Result.UNKNOWN);
    }

    @Override
    public FakeFencer doubts() {
        return set(true, Fencer.Result.UNKNOWN);
    }

    @Override
    public FakeFencer lies() {
        return set(false, Fencer.Result.DEAD_FOR_SURE);
    }

    @Override
    public FakeFencer heal() {
        takes(Duration.ZERO);
        return set(true, Fencer.Result.DEAD_FOR_SURE);
    }

    private FakeFencer set(boolean nowActs, Fencer.Result nowSays) {
        world.checkForTest();
        world.change(() -> {
            acts = nowActs;
            says = nowSays;
        });
        return this;
    }

    @Override
    public List<NodeId> asked() {
        world.checkForTest();
        return world.change(() -> List.copyOf(asked));
    }
}
