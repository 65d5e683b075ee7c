package io.clp.internal.runtime;

import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.GroupListener;
import io.clp.ResourceChanged;
import io.clp.Subscription;
import io.clp.time.TimelineEndedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener's events, in order. Past a bound, what is older than the newest state of its group or resource is left out; the first
 * event of an epoch never is. Thread-safe.
 */
final class ListenerQueue implements Subscription {
    /** How many events wait before older ones are left out. */
    static final int BOUND = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(GroupListener.class);

    private final GroupListener listener;
    private final Executor executor;
    private final Consumer<ListenerQueue> onClose;
    private final Deque<GroupEvent> events = new ArrayDeque<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final Set<Long> firstOfEpoch = new HashSet<>();
    private int nextLook = BOUND;
    private long leftOut;
    private boolean delivering;
    private volatile boolean closed;

    ListenerQueue(GroupListener listener, Executor executor, Consumer<ListenerQueue> onClose) {
        this.listener = listener;
        this.executor = executor;
        this.onClose = onClose;
    }

    void add(GroupEvent event) {
        synchronized (events) {
            if (closed) {
                return;
            }
            events.add(event);
            Long before = epochs.put(event.group().value(), event.epoch());
            if (event instanceof GroupChanged && (before == null || before != event.epoch())) {
                firstOfEpoch.add(event.sequence());
            }
            if (events.size() > nextLook) {
                coalesce();
                nextLook = Math.max(BOUND, 2 * events.size());
            }
        }
    }

    /** Leaves out what a newer event makes needless; what is kept keeps its order. */
    private void coalesce() {
        Set<String> told = new HashSet<>();
        int keep = BOUND / 2;
        for (Iterator<GroupEvent> newestFirst = events.descendingIterator(); newestFirst.hasNext(); ) {
            GroupEvent event = newestFirst.next();
            String subject = subject(event);
            boolean newest = subject != null && told.add(subject);
            if (keep > 0) {
                keep--;
            } else if (!newest && !firstOfEpoch.contains(event.sequence())) {
                newestFirst.remove();
                leftOut++;
            }
        }
    }

    private static @Nullable String subject(GroupEvent event) {
        if (event instanceof GroupChanged) {
            return event.group().value();
        }
        return event instanceof ResourceChanged changed ? event.group() + "/" + changed.resource() : null;
    }

    void deliver() {
        synchronized (events) {
            if (delivering || events.isEmpty()) {
                return;
            }
            delivering = true;
        }
        try {
            executor.execute(this::drain);
        } catch (TimelineEndedException e) {
            throw e;
        } catch (RuntimeException | Error e) { // it is the user's, and may refuse as it likes: the group goes on
            synchronized (events) {
                delivering = false;
                leftOut += events.size();
                events.clear();
                firstOfEpoch.clear();
            }
            LOG.error("the executor of listener {} refuses its events", listener, e);
        }
    }

    private void drain() {
        while (true) {
            GroupEvent event;
            synchronized (events) {
                event = closed ? null : events.poll();
                if (event == null) {
                    delivering = false;
                    return;
                }
                firstOfEpoch.remove(event.sequence());
            }
            try {
                listener.onEvent(event);
            } catch (RuntimeException | Error e) { // one listener's fault disturbs nobody
                LOG.error("listener {} threw at {}", listener, event, e);
            }
        }
    }

    @Override
    public long leftOut() {
        synchronized (events) {
            return leftOut;
        }
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }
}
