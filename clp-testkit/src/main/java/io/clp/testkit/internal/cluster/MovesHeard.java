package io.clp.testkit.internal.cluster;

import io.clp.GroupId;
import io.clp.MoveEnded;
import io.clp.MoveReport;
import io.clp.testkit.internal.fake.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the nodes told of the moves of each group. Guarded by the world's lock. */
final class MovesHeard {
    /** A claim that is delivered twice, or claimed once more, is one epoch further. */
    private static final int NEXT_EPOCHS = 2;

    private final World world;
    private final Map<GroupId, Last> last = new LinkedHashMap<>();

    MovesHeard(World world) {
        this.world = world;
    }

    /** The last parts of a group's moves. */
    private static final class Last {
        private @Nullable Part left;
        private @Nullable Part arrived;
        private @Nullable MoveReport report;
        private CompletableFuture<?> next = new CompletableFuture<>();
    }

    /**
     * What one node told.
     *
     * @param at when
     * @param epoch under which its part ran
     * @param report what
     */
    private record Part(Duration at, long epoch, MoveReport report) {
        boolean begins(Part fresh) {
            return report.from().equals(fresh.report.from())
                    && report.to().equals(fresh.report.to())
                    && report.kind() == fresh.report.kind()
                    && fresh.epoch > epoch
                    && fresh.epoch <= epoch + NEXT_EPOCHS;
        }
    }

    /** Takes what one node told. Outside the lock. */
    void heard(MoveEnded ended) {
        world.change(() -> {
            Last moves = last.computeIfAbsent(ended.group(), it -> new Last());
            Part part = new Part(world.elapsed(), ended.epoch(), ended.report());
            if (ended.node().equals(part.report.to())) {
                moves.arrived = part;
            } else {
                moves.left = part;
            }
            moves.report = merged(moves.left, moves.arrived).orElse(part.report);
            world.wake(moves.next);
            moves.next = new CompletableFuture<>();
        });
    }

    /** The parts of one move: one node's stop for the other one's start, told before or after it. */
    private static Optional<MoveReport> merged(@Nullable Part old, @Nullable Part fresh) {
        return old != null && fresh != null && old.begins(fresh)
                ? Optional.of(new MergedMove(old.report, fresh.report, old.at.minus(fresh.at)))
                : Optional.empty();
    }

    /** Returns the last move of a group. Outside the lock. */
    Optional<MoveReport> last(GroupId group) {
        return world.change(() -> Optional.ofNullable(last.get(group)).map(it -> it.report));
    }

    /** Returns a move that the old owner told with what the new one told of it; waits for that where it is still to come. */
    MoveReport whole(MoveReport old, Duration limit) {
        GroupId group = old.group();
        CompletableFuture<?> next = world.change(() -> {
            Last moves = last.computeIfAbsent(group, it -> new Last());
            return moves.report instanceof MergedMove ? CompletableFuture.completedFuture(true) : moves.next;
        });
        try {
            boolean ignored = world.hardware().await(next, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last(group).filter(MergedMove.class::isInstance).orElse(old);
    }
}
