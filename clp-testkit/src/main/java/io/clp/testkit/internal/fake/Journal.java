package io.clp.testkit.internal.fake;

import io.clp.NodeId;
import io.clp.testkit.Act;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happened, oldest first. Guarded by the world's lock. */
final class Journal {
    private static final int ENTRIES_MAX = 50_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Supplier<Duration> elapsed;

    Journal(Supplier<Duration> elapsed) {
        this.elapsed = elapsed;
    }

    /** Keeps what was asked of a machine, with the answer. */
    void asked(NodeId node, String subject, String what) {
        add(new Entry(new Act(elapsed.get(), node, subject, what), true));
    }

    /** Keeps what happened to a machine. */
    void happened(NodeId node, String subject, String what) {
        add(new Entry(new Act(elapsed.get(), node, subject, what), false));
    }

    List<Act> acts(Predicate<Act> which) {
        return entries.stream().filter(Entry::asked).map(Entry::act).filter(which).toList();
    }

    String trace(Predicate<Act> which) {
        return entries.stream().map(Entry::act).filter(which).map(Act::toString).collect(Collectors.joining("\n"));
    }

    private void add(Entry entry) {
        if (entries.size() == ENTRIES_MAX) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    private record Entry(Act act, boolean asked) {}
}
