package io.clp.testkit.internal.fake;

import io.clp.NodeId;
import io.clp.platform.ActResult;
import io.clp.testkit.Act;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened, oldest first. Most of it is read by nobody, so a text that can wait is made when it is asked for. Guarded by the world's
 * lock.
 */
final class Journal {
    private static final int ENTRIES_MAX = 50_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Supplier<Duration> elapsed;
    private @Nullable List<Entry> waiting;

    Journal(Supplier<Duration> elapsed) {
        this.elapsed = elapsed;
    }

    /** Keeps what was asked of a machine, with the answer, before what happens at once. */
    ActResult asked(NodeId node, String subject, String what, Supplier<ActResult> act) {
        List<Entry> atOnce = new ArrayList<>();
        waiting = atOnce;
        ActResult result = act.get();
        waiting = null;
        add(new Entry(elapsed.get(), node, subject, () -> what + ": " + result, true));
        atOnce.forEach(this::add);
        return result;
    }

    /** Keeps what was asked of a machine. */
    void asked(NodeId node, String subject, String what) {
        add(new Entry(elapsed.get(), node, subject, () -> what, true));
    }

    /** Keeps what happened to a machine. */
    void happened(NodeId node, String subject, String what) {
        happened(node, subject, () -> what);
    }

    /** Keeps what happened to a machine; the text is made of what never changes. */
    void happened(NodeId node, String subject, Supplier<String> what) {
        add(new Entry(elapsed.get(), node, subject, what, false));
    }

    List<Act> acts(Predicate<Act> which) {
        return entries.stream()
                .filter(Entry::asked)
                .map(Entry::act)
                .filter(which)
                .toList();
    }

    String trace(Predicate<Act> which) {
        return entries.stream().map(Entry::act).filter(which).map(Act::toString).collect(Collectors.joining("\n"));
    }

    private void add(Entry entry) {
        List<Entry> later = waiting;
        if (later != null) {
            later.add(entry);
            return;
        }
        if (entries.size() == ENTRIES_MAX) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    private record Entry(Duration at, NodeId node, String subject, Supplier<String> what, boolean asked) {
        Act act() {
            return new Act(at, node, subject, what.get());
        }
    }
}
