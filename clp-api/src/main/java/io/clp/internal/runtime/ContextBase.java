package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.NodeRank;
import io.clp.ResourceId;
import io.clp.internal.service.ServiceOperations;
import io.clp.internal.service.WaitLimit;
import io.clp.resource.NodeLocal;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ServiceHandle;
import io.clp.resource.WaitTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What contexts inside and outside a controller have in common. */
abstract class ContextBase implements ResourceContext {
    private static final Logger LOG = LoggerFactory.getLogger(Resource.class);
    private static final long LONGEST_MARGIN_NANOS = 1_000_000_000L;

    /** Returns the resource. */
    abstract Resource resource();

    /** Returns what the resource keeps on this node. */
    abstract NodeStore store();

    /** Returns the attempt's deadline, as the timeline's nanoseconds. */
    abstract long deadline();

    /** Returns how long the attempt was given. */
    abstract long length();

    /** Returns when waits end: a tenth of the attempt's length before its deadline, a second at most. */
    private long waitsUntil() {
        return deadline() - Math.min(LONGEST_MARGIN_NANOS, length() / 10);
    }

    final WaitLimit limit() {
        return new WaitLimit(timeline(), waitsUntil());
    }

    @Override
    public final ResourceId resourceId() {
        return resource().id();
    }

    @Override
    public NodeRank nodeRank() {
        return group().rankOf(nodeId());
    }

    @Override
    public final ServiceHandle service(String name) {
        return new ServiceOperations(name, platform().services(), limit());
    }

    @Override
    public final Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline() - timeline().nanos()));
    }

    @Override
    public final void await(String what, Duration every, Condition condition) throws Exception {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("the time between two looks must be positive, not " + every);
        }
        long begun = timeline().nanos();
        while (!condition.holds()) {
            long now = timeline().nanos();
            long left = waitsUntil() - now;
            if (left <= 0) {
                throw new WaitTimeoutException(
                        what,
                        Duration.ofNanos(now - begun),
                        ClpException.Facts.of("wait for: " + what)
                                .advice("look at what is awaited, or give the operation a longer deadline"));
            }
            timeline().sleep(Duration.ofNanos(Math.min(left, every.toNanos())));
        }
    }

    @Override
    public final void log(String line) {
        LOG.info("{} {} on {}: {}", group().id(), resourceId(), nodeId(), line);
        logged(line);
    }

    @Override
    public final void broadcast(String key, Object... arguments) {
        List<Object> given = List.of(arguments);
        String text = resource().messages().text(key, Locale.ENGLISH, given);
        logged("ARMBCAST /MSG \"" + text + "\" /A");
        tell(key, given);
    }

    /** Keeps a line for the report. */
    abstract void logged(String line);

    /** Makes the event of a broadcast. */
    abstract void tell(String key, List<Object> arguments);

    @Override
    public final <T> Optional<T> get(NodeLocal<T> what) {
        return store().get(what);
    }

    @Override
    public final <T> void put(NodeLocal<T> what, T value) {
        store().put(what, value);
    }

    @Override
    public final <T> Optional<T> remove(NodeLocal<T> what) {
        return store().remove(what);
    }
}
