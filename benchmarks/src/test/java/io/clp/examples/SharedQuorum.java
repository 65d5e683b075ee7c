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
    private void tell(String key, String value) {
        views.values().stream()
                .filter(it -> it.reachable.getAsBoolean())
                .flatMap(it -> it.watchers.stream())
                .forEach(it -> it.changed(key, value));
    }

    private final class View implements Quorum {
        private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();
        private final String node;
        private final Timeline timeline;
        private final BooleanSupplier reachable;
        private volatile long renewedAt;
        private volatile long leases;
        private volatile boolean reached;
        private volatile Set<String> seen = Set.of();

        View(String node, Timeline timeline, BooleanSupplier reachable) {
            this.node = node;
            this.timeline = timeline;
            this.reachable = reachable;
            renewedAt = timeline.nanos() - LEASE.toNanos();
        }

        void beat() {
            boolean reaches = reachable.getAsBoolean();
            synchronized (entries) {
                if (reaches) {
                    leases += reached ? 0 : 1;
                    renewedAt = timeline.nanos();
                    heardAt.put(node, renewedAt);
                }
            }
            Set<String> members = members();
            if (reaches != reached || !reaches || !members.equals(seen)) {
                watchers.forEach(it -> it.changed("", ""));
            }
            reached = reaches;
            seen = members;
        }

        @Override
        public long leaseNumber() {
            return leases;
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
            tell(key, value);
            return true;
        }

        private void reach() throws IOException {
            if (!reachable.getAsBoolean()) {
                throw new IOException("cut off");
            }
        }

        @Override
        public Duration leaseLeft() {
            boolean replaced = views.get(node) != this; // a node has one lease, that of its newest process
            return replaced ? Duration.ZERO : LEASE.minusNanos(timeline.nanos() - renewedAt);
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
        public AutoCloseable onChange(Watcher watcher) {
            watchers.add(watcher);
            return () -> watchers.remove(watcher);
        }
    }
}
