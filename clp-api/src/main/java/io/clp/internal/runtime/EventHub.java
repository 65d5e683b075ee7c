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
        deliver();
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

    /**
     * Has the present state of something told that is there from now on; {@link #deliver} tells it.
     *
     * @param arrives lets it be there, within the lock: whoever subscribes hears of it either here or there
     * @param present what is told of it
     */
    void introduce(Runnable arrives, PresentState present) {
        synchronized (order) {
            arrives.run();
            for (GroupEvent event : present.events(() -> ++sequence)) {
                observer.ifPresent(it -> it.onEvent(event));
                queues.forEach(it -> it.add(event));
            }
        }
    }

    /** Lets the queues deliver what they have. */
    void deliver() {
        queues.forEach(ListenerQueue::deliver);
    }

    /** Makes the events that tell the present state. */
    @FunctionalInterface
    interface PresentState {
        /** Returns the events, each with a number that is asked for. */
        List<? extends GroupEvent> events(LongSupplier number);
    }
}
