package io.clp.internal.runtime;

import io.clp.internal.decide.Action;
import io.clp.internal.decide.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What a group was asked and has not answered; and within a turn the answers that are given when it is over. */
final class Answers {
    private final Map<Long, Pending> calls = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Object>> probes = new ConcurrentHashMap<>();
    private List<Runnable> ready = new ArrayList<>(0);

    void await(Pending call) {
        calls.put(call.call().number(), call);
    }

    void await(long number, CompletableFuture<Object> probe) {
        probes.put(number, probe);
    }

    /** Returns how many calls are under way or wait. */
    int calls() {
        return calls.size();
    }

    /** Returns what is not answered. */
    List<CompletableFuture<?>> open() {
        List<CompletableFuture<?>> all = new ArrayList<>(probes.values());
        calls.values().forEach(it -> all.add(it.answer()));
        return all;
    }

    /** Begins with no answers ready; returns those there are from now on. */
    List<Runnable> begin() {
        List<Runnable> fresh = new ArrayList<>(0); // grows where there is an answer
        ready = fresh;
        return fresh;
    }

    void complete(Call call, Object result) {
        Pending waiting = calls.remove(call.number());
        if (waiting != null) {
            ready.add(() -> waiting.answer().complete(result));
        }
    }

    void fail(Call call, Throwable failure) {
        Pending waiting = calls.remove(call.number());
        if (waiting != null) {
            ready.add(() -> waiting.answer().completeExceptionally(failure));
        }
    }

    void found(Action.Found found) {
        CompletableFuture<Object> waiting = probes.remove(found.number());
        if (waiting != null) {
            ready.add(() -> waiting.complete(found.probe()));
        }
    }
}
