package io.clp.testkit.internal.fault;

import io.clp.platform.ActResult;
import io.clp.platform.Platform;
import io.clp.testkit.Fault;
import io.clp.testkit.FaultKind;
import io.clp.testkit.FaultPlan;
import io.clp.testkit.FaultPoint;
import io.clp.testkit.SpiMethod;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults that wait for calls, and what a call that meets one does. */
final class Faults {
    /** A time that never passes: who waits so long hangs. */
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Platform platform;
    private final Map<SpiMethod, Deque<Waiting>> scripted = new EnumMap<>(SpiMethod.class);
    private final SortedMap<FaultPoint, Long> met = new TreeMap<>();
    private FaultPlan plan;
    private CompletableFuture<?> released = new CompletableFuture<>();

    Faults(Platform platform, FaultPlan plan) {
        this.platform = platform;
        this.plan = plan;
        FaultPoint.all().forEach(point -> met.put(point, 0L));
    }

    synchronized void next(FaultPoint point, int times, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("at least one call: " + times);
        }
        scripted.computeIfAbsent(point.method(), it -> new ArrayDeque<>()).add(new Waiting(fault, times));
    }

    void release() {
        CompletableFuture<?> hung;
        synchronized (this) {
            hung = released;
            released = new CompletableFuture<>();
        }
        hung.complete(null);
    }

    void heal() {
        synchronized (this) {
            scripted.clear();
            plan = FaultPlan.none();
        }
        release();
    }

    synchronized SortedMap<FaultPoint, Long> met() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(met));
    }

    /** Does an act, or what a fault makes of it. */
    ActResult act(SpiMethod method, Supplier<ActResult> act) {
        Fault fault = take(method);
        if (fault == null) {
            return act.get();
        }
        return switch (fault.kind()) {
            case REFUSED -> ActResult.of(ActResult.Kind.REFUSED, fault.windowsCode());
            case BUSY -> ActResult.of(ActResult.Kind.BUSY, fault.windowsCode());
            case WRONG -> ActResult.done();
            case THROWN, DELAYED, HUNG -> {
                before(method, fault);
                yield act.get();
            }
            case ANSWER_LOST -> {
                ActResult lost = act.get();
                throw new InjectedFault(method, fault, lost.toString());
            }
        };
    }

    /** Looks, or gives the wrong answer, or what else a fault makes of it. */
    <T> T look(SpiMethod method, T wrong, Supplier<T> look) {
        Fault fault = take(method);
        if (fault == null) {
            return look.get();
        }
        if (fault.kind() == FaultKind.WRONG) {
            return wrong;
        }
        before(method, fault);
        return look.get();
    }

    /** Takes the fault that this call meets. */
    synchronized @Nullable Fault take(SpiMethod method) {
        Deque<Waiting> line = scripted.get(method);
        Waiting first = line == null ? null : line.peek();
        Optional<Fault> fault;
        if (line == null || first == null) {
            fault = plan.next(method);
        } else {
            line.remove();
            if (first.times > 1) {
                line.addFirst(
                        new Waiting(first.fault, first.times == Integer.MAX_VALUE ? first.times : first.times - 1));
            }
            fault = Optional.of(first.fault);
        }
        fault.ifPresent(it -> met.merge(new FaultPoint(method, it.kind()), 1L, Long::sum));
        return fault.orElse(null);
    }

    /** Throws or waits, as a native call would: an interrupt does not end it. */
    private void before(SpiMethod method, Fault fault) {
        boolean interrupted = false;
        for (boolean over = false; !over; ) {
            try {
                beforeOrInterrupted(method, fault);
                over = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws or waits; an interrupt ends the wait. */
    void beforeOrInterrupted(SpiMethod method, Fault fault) throws InterruptedException {
        switch (fault.kind()) {
            case THROWN -> throw new InjectedFault(method, fault, "nothing was done");
            case DELAYED -> platform.timeline().sleep(fault.time());
            case HUNG -> platform.timeline().await(hang(), FOREVER);
            default -> throw new IllegalStateException(fault + " is no wait");
        }
    }

    private synchronized CompletableFuture<?> hang() {
        return released;
    }

    private record Waiting(Fault fault, int times) {}
}
