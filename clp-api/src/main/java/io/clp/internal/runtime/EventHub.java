package io.clp.internal.runtime;

import io.clp.GroupEvent;
import io.clp.GroupListener;
import io.clp.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * Numbers events and hands them to listeners' queues in that order. Listeners are called on their executors, outside any lock; only the
 * platform's own observer is called within. Thread-safe.
 */
final class EventHub {
    private final Object order = new Object();
    private final List<ListenerQueue> queues = new CopyOnWriteArrayList<>();
    private final Optional<GroupListener> observer;
    private long sequence;

    EventHub(Optional<GroupListener> observer) {
        this.observer = observer;
    }

    /** Returns whether anybody listens: events that nobody hears are not made. */
    boolean wanted() {
        return observer.isPresent() || !queues.isEmpty();
    }

    /** Tells everybody one event, made of its number. */
    void tell(LongFunction<? extends GroupEvent> maker) {
        synchronized (order) {
            GroupEvent event = maker.apply(++sequence);
            if (observer.isPresent()) {
                observer.get().onEvent(event);
            }
            for (ListenerQueue queue : queues) {
                queue.add(event);
            }
        }
        for (ListenerQueue queue : queues) {
            queue.deliver();
        }
    }

    /** Subscribes a listener; the present state comes first. */
    Subscription subscribe(GroupListener listener, Executor executor, PresentState present) {
        ListenerQueue queue = new ListenerQueue(listener, executor, it -> queues.remove(it));
        synchronized (order) {
            present.events(() -> sequence).forEach(queue::add);
            queues.add(queue);
        }
        queue.deliver();
        return queue;
    }

    /** Makes the events that tell the present state. */
    @FunctionalInterface
    interface PresentState {
        /** Returns the events, each with the number of the event before it. */
        List<? extends GroupEvent> events(LongSupplier number);
    }
}
