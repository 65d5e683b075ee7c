package io.clp.examples;

import io.clp.time.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BooleanSupplier;

/** A test double of the quorum: registers for all nodes, and leases in the time of the run. */
final class SharedQuorum {
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Map<String, Quorum.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Long> heardAt = new LinkedHashMap<>();
    private final Map<String, View> views = new ConcurrentSkipListMap<>();

    /** Begins to renew the lease of a node's process, and returns the quorum as that sees it. */
    Quorum seenFrom(String node, Timeline timeline, BooleanSupplier reachable) {
        View view = new View(node, timeline, reachable);
        views.put(node, view);
        view.beat();
        timeline.every(BEAT, view::beat);
        return view;
    }

    /** Tells those that can be reached; what a process that is gone had asked for went with it. */
    private void tell() {
        views.values().stream()
                .filter(it -> it.reachable.getAsBoolean())
                .flatMap(it -> it.watchers.stream())
                .forEach(Runnable::run);
    }

    private final class View implements Quorum {
        private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
        private final String node;
        private final Timeline timeline;
        private final BooleanSupplier reachable;
        private volatile long renewedAt;

        View(String node, Timeline timeline, BooleanSupplier reachable) {
            this.node = node;
            this.timeline = timeline;
            this.reachable = reachable;
            renewedAt = timeline.nanos() - LEASE.toNanos();
        }

        void beat() {
            Set<String> before;
            Set<String> now;
            synchronized (entries) {
                before = members();
                if (reachable.getAsBoolean()) {
                    renewedAt = timeline.nanos();
                    heardAt.put(node, renewedAt);
                }
                now = members();
            }
            if (!before.equals(now)) {
                tell();
            }
        }

        @Override
        public Optional<Entry> read(String key) throws IOException {
            reach();
            synchronized (entries) {
                return Optional.ofNullable(entries.get(key));
            }
        }

        @Override
        public boolean compareAndSet(String key, long revision, String value) throws IOException {
            reach();
            synchronized (entries) {
                Entry now = entries.get(key);
                if ((now == null ? 0 : now.revision()) != revision) {
                    return false;
                }
                entries.put(key, new Entry(revision + 1, value));
            }
            tell();
            return true;
        }

        private void reach() throws IOException {
            if (!reachable.getAsBoolean()) {
                throw new IOException("cut off");
            }
        }

        @Override
        public Duration leaseLeft() {
            return LEASE.minusNanos(timeline.nanos() - renewedAt);
        }

        @Override
        public Duration lease() {
            return LEASE;
        }

        /** The others hear of the end of a lease a beat after its owner knows it. */
        @Override
        public Set<String> members() {
            long since = timeline.nanos() - LEASE.plus(BEAT).toNanos();
            Set<String> members = new LinkedHashSet<>();
            synchronized (entries) {
                heardAt.forEach((name, at) -> {
                    if (at > since) {
                        members.add(name);
                    }
                });
            }
            return members;
        }

        @Override
        public AutoCloseable onChange(Runnable changed) {
            watchers.add(changed);
            return () -> watchers.remove(changed);
        }
    }
}
