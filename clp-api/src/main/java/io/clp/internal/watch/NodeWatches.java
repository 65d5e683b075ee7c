package io.clp.internal.watch;

import io.clp.internal.service.WaitLimit;
import io.clp.platform.Platform;
import io.clp.platform.ServiceControl;
import io.clp.time.Timeline;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watches of one node, whoever loads them. Thread-safe. */
public final class NodeWatches implements AutoCloseable {
    private static final Duration STANDALONE_LIMIT = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(NodeWatches.class);

    private final WatchTable table = new WatchTable();
    private final Supervision supervision;

    /**
     * Makes a node's watches: none yet.
     *
     * @param platform the node, as supervision uses it: without any operation's deadline
     * @param listener who is told what becomes of the watched services
     */
    public NodeWatches(Platform platform, WatchListener listener) {
        supervision = new Supervision(table, platform.services(), platform.timeline(), listener);
    }

    /**
     * Returns a registry for a node outside any controller: each call may take two minutes, and what fails is logged.
     *
     * @param platform the node
     */
    public static WatchRegistry standalone(Platform platform) {
        NodeWatches watches = new NodeWatches(
                platform, (id, service, why) -> LOG.error("watch {} of service {} has failed: {}", id, service, why));
        Timeline timeline = platform.timeline();
        return new OperationWatches(
                watches.table,
                watches.supervision,
                platform.services(),
                timeline,
                () -> WaitLimit.in(timeline, STANDALONE_LIMIT));
    }

    /**
     * Returns the watches as one operation uses them.
     *
     * @param services the Service Control Manager, as the operation may use it
     * @param timeline the timeline, as the operation may use it
     * @param limit until when its calls may wait
     */
    public WatchRegistry within(ServiceControl services, Timeline timeline, WaitLimit limit) {
        return new OperationWatches(table, supervision, services, timeline, () -> limit);
    }

    /** Suspends supervision: no watch starts a service. */
    public void suspend() {
        table.suspend(true);
    }

    /** Ends the suspension; every watched service is looked at at once. */
    public void resume() {
        supervision.resume();
    }

    /** Ends all watching, at once and for good, and stops no service. A restart under way starts nothing any more. */
    @Override
    public void close() {
        table.close().forEach(Watch::silence);
    }
}
