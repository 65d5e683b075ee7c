package io.clp.iis.schedules;

import io.clp.Report;
import io.clp.time.Timeline;
import io.clp.time.TimelineEndedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of a run: asked in one of three ways, written down, and judged when they are answered. */
final class Calls {
    final List<Call> all = new ArrayList<>();
    final StringBuilder log = new StringBuilder();
    private final Timeline time;
    private final long began;
    private @Nullable AssertionError broken;

    Calls(Timeline time) {
        this.time = time;
        began = time.nanos();
    }

    /** Asks and returns at once, the library's way. */
    void async(Call call, Supplier<? extends CompletableFuture<? extends Report<?>>> ask) {
        begin(call);
        ask.get().whenComplete((report, failure) -> answered(call, report, failure));
    }

    /** Asks in a task of the node's process and returns at once. */
    void forked(Call call, Supplier<? extends @Nullable Report<?>> ask) {
        all.add(call);
        call.node.machine.timeline().fork("caller", () -> {
            begin(call);
            askNow(call, ask);
            return true;
        });
    }

    /** Asks and waits for the answer. */
    void waiting(Call call, Supplier<? extends @Nullable Report<?>> ask) {
        begin(call);
        askNow(call, ask);
    }

    private void begin(Call call) {
        if (!all.contains(call)) {
            all.add(call);
        }
        call.before = call.node.asked(call);
        call.askedAt = time.nanos();
        say("asked: " + call.words);
    }

    private void askNow(Call call, Supplier<? extends @Nullable Report<?>> ask) {
        Report<?> report;
        try {
            report = ask.get();
        } catch (TimelineEndedException e) {
            call.lost();
            return;
        } catch (RuntimeException e) { // whatever is thrown is the answer, and judged
            answered(call, null, e);
            return;
        }
        answered(call, report, null);
    }

    private void answered(Call call, @Nullable Report<?> report, @Nullable Throwable failure) {
        if (call.lost) {
            return;
        }
        Throwable error = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        boolean alone =
                all.stream().noneMatch(it -> it != call && it.open() && it.node == call.node && it.group == call.group);
        call.answered(time.nanos(), report, error);
        say("answered: " + call + (call.report == null ? "" : " " + call.report.duration())
                + (error == null ? "" : " " + error.getMessage()));
        try {
            Judge.check(call, alone);
        } catch (AssertionError e) {
            broken = broken == null ? e : broken;
        }
    }

    boolean open(int group) {
        return all.stream().anyMatch(it -> it.open() && it.group == group);
    }

    /** The process of a node is gone, and with it all that its calls waited for. */
    void lost(Node node) {
        all.stream().filter(it -> it.node == node).forEach(Call::lost);
    }

    void say(String line) {
        log.append(Duration.ofNanos(time.nanos() - began))
                .append(' ')
                .append(line)
                .append('\n');
    }

    /** Throws what an answer broke. */
    void check() {
        AssertionError first = broken;
        if (first != null) {
            broken = null;
            throw first;
        }
    }
}
