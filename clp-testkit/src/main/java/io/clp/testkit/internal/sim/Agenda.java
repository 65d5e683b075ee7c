package io.clp.testkit.internal.sim;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can run and what the clock will come to. Touched by the holder of the baton only, the clock's reading excepted. */
final class Agenda {
    /** So many steps without the clock moving are an endless loop. */
    static final int STEPS_AT_ONE_INSTANT_MAX = 1_000_000;

    final ReadyList ready = new ReadyList();
    final Alarms alarms = new Alarms();
    private final SplitMix64 random;
    private volatile long nowNanos;
    private int stepsAtThisInstant;

    Agenda(long seed) {
        random = new SplitMix64(seed);
    }

    long nowNanos() {
        return nowNanos;
    }

    /** Returns the time so long from now; {@link Alarms#NEVER} where that is past the clock's range. */
    long in(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            return nowNanos;
        }
        if (duration.toSeconds() > Long.MAX_VALUE / 1_000_000_000L - 1) {
            return Alarms.NEVER;
        }
        long at = nowNanos + duration.toNanos();
        return at < 0 ? Alarms.NEVER : at;
    }

    void startWait(Party party, Object awaited, long untilNanos) {
        party.awaited = awaited;
        set(party.wake, untilNanos);
    }

    /** Ends a party's wait. */
    void ready(Party party, Outcome outcome) {
        withdraw(party);
        party.outcome = outcome;
        add(party);
    }

    /** Lets a party go on, once its part of the run is not paused. */
    void add(Party party) {
        Frozen ice = frozen(party.scope);
        if (ice == null) {
            ready.add(party);
        } else {
            ice.add(party);
        }
    }

    /** Sets an alarm; it goes off once its part of the run is not paused. */
    void set(Alarm alarm, long atNanos) {
        Frozen ice = frozen(alarm.scope());
        if (ice == null) {
            alarms.set(alarm, atNanos);
        } else if (atNanos != Alarms.NEVER) {
            ice.set(alarm, atNanos);
        }
    }

    private static @Nullable Frozen frozen(@Nullable Scope scope) {
        return scope == null ? null : scope.frozen;
    }

    /** Takes a party out of everything that it may wait in. */
    void withdraw(Party party) {
        if (party.awaited instanceof SimTask<?> task) {
            task.forgetJoiner(party);
        }
        party.awaited = null;
        alarms.remove(party.wake);
        ready.remove(party);
        Frozen ice = frozen(party.scope);
        if (ice != null) {
            ice.withdraw(party);
        }
    }

    void interrupt(Party party) {
        if (party.awaited != null) {
            ready(party, Outcome.INTERRUPTED);
        } else {
            party.interruptPending = true;
        }
    }

    /** Whether nothing can run before the clock moves. */
    boolean idle() {
        return ready.size() == 0 && due() == null;
    }

    void moveTo(long nanos) {
        nowNanos = nanos;
        stepsAtThisInstant = 0;
    }

    /** Returns the party or timer that goes on now, taken out of here. Something must be ready or due. */
    Object pick() {
        for (; ; ) {
            Alarm due = due();
            if (due instanceof Wake wake && wake.party.awaited == Party.SLEEP) {
                ready(wake.party, Outcome.DONE);
                continue;
            }
            int candidates = ready.size() + (due == null ? 0 : 1);
            int choice = candidates == 1 ? 0 : random.nextInt(candidates);
            if (due == null || choice < ready.size()) {
                stepsAtThisInstant++;
                return ready.take(choice);
            }
            alarms.remove(due);
            if (due instanceof SimTimer timer) {
                stepsAtThisInstant++;
                return timer;
            }
            ready(((Wake) due).party, Outcome.TIMED_OUT);
        }
    }

    boolean runsInCircles() {
        return stepsAtThisInstant > STEPS_AT_ONE_INSTANT_MAX;
    }

    void clear() {
        ready.clear();
        alarms.clear();
    }

    private @Nullable Alarm due() {
        Alarm first = alarms.first();
        return first != null && first.atNanos <= nowNanos ? first : null;
    }
}
