package io.clp.examples;

import static java.time.Duration.ofMinutes;

import io.clp.GroupChanged;
import io.clp.GroupController;
import io.clp.GroupId;
import io.clp.GroupOperationException;
import io.clp.MessageBroadcast;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.OperationFailed;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.failover.ClusterMember;
import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import io.clp.failover.Leave;
import io.clp.platform.Platform;
import io.clp.windows.WindowsPlatform;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon with a quorum and a power switch of its own; the library does the rest. */
public final class HaDaemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HaDaemon.class);

    private final GroupController node;
    private final ClusterMember member;

    /** Takes any platform, so that the wiring runs on fake machines. */
    public HaDaemon(Platform platform, Coordination coordination, Fencer fencer) {
        node = GroupController.builder(platform)
                .groups(TwoWayStandby.SALES, TwoWayStandby.HR)
                .build();
        member = ClusterMember.builder(node, coordination).fencer(fencer).build();
        node.on(
                GroupChanged.class,
                it -> LOG.info("{} {} -> {} ({}, epoch {})", it.group(), it.from(), it.to(), it.cause(), it.epoch()));
        node.on(MessageBroadcast.class, it -> LOG.info("{}", it.text(Locale.JAPANESE)));
        node.on(
                OperationFailed.class,
                it -> LOG.error("{}: {}", it.resource(), it.error().advice(), it.error()));
    }

    /** In production: as a Windows service, until that is told to stop. */
    public static void run(Coordination coordination, Fencer fencer, CountDownLatch serviceStop)
            throws InterruptedException {
        try (WindowsPlatform platform = WindowsPlatform.open();
                HaDaemon daemon = new HaDaemon(platform, coordination, fencer)) {
            daemon.join();
            serviceStop.await();
        }
    }

    /** Probes what is there, takes offline what is not this node's, and starts what belongs here. */
    public void join() {
        member.join();
    }

    /** What the admin page calls. */
    public CompletableFuture<String> move(String group, String target) {
        return node.group(GroupId.of(group))
                .map(it -> member.moveAsync(it, NodeId.of(target)).handle(HaDaemon::answer))
                .orElseGet(() -> CompletableFuture.completedFuture("404 no such group"));
    }

    private static String answer(@Nullable Report<?> moved, @Nullable Throwable thrown) {
        Report<?> report = thrown instanceof GroupOperationException failed ? failed.report() : moved;
        if (report == null) {
            return "409 " + thrown; // not the owner, the target is lost, a move is under way: nothing has changed
        }
        return switch (report.outcome()) {
            case DONE, NOTHING_TO_DO -> "200 on " + target(report);
            case REFUSED, FAILED -> "502 " + report.failures();
            case INDETERMINATE -> "504 look there: " + report.failures();
        };
    }

    private static Object target(Report<?> report) {
        return report instanceof MoveReport move ? move.owner() : report.group();
    }

    @Override
    public void close() {
        if (member.leave(Leave.MOVE_GROUPS, ofMinutes(4)).outcome() != Outcome.DONE) {
            LOG.error("left with groups whose state is not known: this node must be fenced");
        }
        node.close();
    }
}
