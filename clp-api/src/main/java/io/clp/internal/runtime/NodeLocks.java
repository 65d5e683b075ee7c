package io.clp.internal.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What serialises operations on the same thing of a node: each request takes its things one by one in sorted order, first come first
 * served, and nobody's thread waits. Thread-safe.
 */
final class NodeLocks {
    private final Object lock = new Object();
    private final Map<String, Thing> things = new HashMap<>();

    /** A thing: who has it, and who waits. */
    private static final class Thing {
        private @Nullable Request holder;
        private final Deque<Request> waiting = new ArrayDeque<>();
    }

    /** A wish to have some things for oneself. */
    static final class Request {
        private final List<String> keys;
        private final String who;
        private final Runnable granted;
        private int held;
        private boolean over;

        /**
         * Makes a wish.
         *
         * @param sortedKeys what is wished for
         * @param who who wishes, for others' errors
         * @param granted run once when everything is there, unless it is at once
         */
        Request(List<String> sortedKeys, String who, Runnable granted) {
            this.keys = sortedKeys;
            this.who = who;
            this.granted = granted;
        }
    }

    /** Returns true where everything is there at once; otherwise the request's callback comes later. */
    boolean acquire(Request request) {
        synchronized (lock) {
            return advance(request);
        }
    }

    /** Gives back what a request has; one that still waits gets nothing more. */
    void release(Request request) {
        List<Request> granted = new ArrayList<>();
        synchronized (lock) {
            if (request.over) {
                return;
            }
            request.over = true;
            if (request.held < request.keys.size()) {
                thing(request.keys.get(request.held)).waiting.remove(request);
            }
            for (int i = 0; i < request.held; i++) {
                pass(request.keys.get(i), granted);
            }
        }
        granted.forEach(it -> it.granted.run());
    }

    /**
     * Takes a request back that still waits.
     *
     * @return what it waited for and who had it; null where it does not wait
     */
    @Nullable
    String cancel(Request request) {
        List<Request> granted = new ArrayList<>();
        String why;
        synchronized (lock) {
            if (request.over || request.held == request.keys.size()) {
                return null;
            }
            request.over = true;
            String key = request.keys.get(request.held);
            Thing thing = thing(key);
            thing.waiting.remove(request);
            why = key + (thing.holder == null ? "" : ", which " + thing.holder.who + " has");
            for (int i = 0; i < request.held; i++) {
                pass(request.keys.get(i), granted);
            }
        }
        granted.forEach(it -> it.granted.run());
        return why;
    }

    private boolean advance(Request request) {
        while (request.held < request.keys.size()) {
            Thing thing = thing(request.keys.get(request.held));
            if (thing.holder != null) {
                thing.waiting.add(request);
                return false;
            }
            thing.holder = request;
            request.held++;
        }
        return true;
    }

    private void pass(String key, List<Request> granted) {
        Thing thing = thing(key);
        thing.holder = null;
        Request next = thing.waiting.poll();
        if (next == null) {
            things.remove(key);
            return;
        }
        thing.holder = next;
        next.held++;
        if (advance(next)) {
            granted.add(next);
        }
    }

    private Thing thing(String key) {
        return things.computeIfAbsent(key, it -> new Thing());
    }
}
