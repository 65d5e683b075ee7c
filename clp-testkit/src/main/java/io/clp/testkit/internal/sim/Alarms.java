package io.clp.testkit.internal.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alarms that are set, as a heap by time and then by the order in which they were set. */
final class Alarms {
    /** An alarm for this time is never set: it lies past the clock's range. */
    static final long NEVER = Long.MAX_VALUE;

    private @Nullable Alarm[] heap = new Alarm[16];
    private int size;
    private int once;
    private long orders;

    void set(Alarm alarm, long atNanos) {
        if (atNanos == NEVER) {
            return;
        }
        alarm.atNanos = atNanos;
        alarm.order = orders++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        once += alarm.periodic() ? 0 : 1;
        up(size++, alarm);
    }

    /** Takes an alarm back; does nothing where it is not set. */
    void remove(Alarm alarm) {
        int slot = alarm.slot;
        if (slot == Alarm.NOT_SET) {
            return;
        }
        alarm.slot = Alarm.NOT_SET;
        once -= alarm.periodic() ? 0 : 1;
        Alarm last = at(--size);
        heap[size] = null;
        if (last != alarm) {
            down(slot, last);
            if (last.slot == slot) {
                up(slot, last);
            }
        }
    }

    @Nullable
    Alarm first() {
        return heap[0];
    }

    /** How many alarms are set that come once. */
    int once() {
        return once;
    }

    /** Returns those that are set, the next one first. */
    List<Alarm> inOrder() {
        List<Alarm> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(at(i));
        }
        all.sort(Comparator.<Alarm>comparingLong(a -> a.atNanos).thenComparingLong(a -> a.order));
        return all;
    }

    /** Marks every periodic timer of at most this interval as one that has yet to fire. */
    void expectPeriodic(long intervalNanosMax) {
        for (int i = 0; i < size; i++) {
            if (at(i) instanceof SimTimer timer) {
                timer.expected = timer.periodic() && timer.intervalNanos <= intervalNanosMax;
            }
        }
    }

    /** Returns the earliest time at which a timer marked by {@link #expectPeriodic} fires, {@link #NEVER} where all have. */
    long nextExpected() {
        long next = NEVER;
        for (int i = 0; i < size; i++) {
            if (at(i) instanceof SimTimer timer && timer.expected) {
                next = Math.min(next, timer.atNanos);
            }
        }
        return next;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            at(i).slot = Alarm.NOT_SET;
            heap[i] = null;
        }
        size = 0;
        once = 0;
    }

    private Alarm at(int slot) {
        Alarm alarm = heap[slot];
        if (alarm == null) {
            throw new IllegalStateException("no alarm in slot " + slot + " of " + size);
        }
        return alarm;
    }

    private void up(int from, Alarm alarm) {
        int slot = from;
        while (slot > 0) {
            int parent = (slot - 1) >>> 1;
            Alarm above = at(parent);
            if (!before(alarm, above)) {
                break;
            }
            put(slot, above);
            slot = parent;
        }
        put(slot, alarm);
    }

    private void down(int from, Alarm alarm) {
        int slot = from;
        while (2 * slot + 1 < size) {
            int child = 2 * slot + 1;
            if (child + 1 < size && before(at(child + 1), at(child))) {
                child++;
            }
            if (!before(at(child), alarm)) {
                break;
            }
            put(slot, at(child));
            slot = child;
        }
        put(slot, alarm);
    }

    private void put(int slot, Alarm alarm) {
        heap[slot] = alarm;
        alarm.slot = slot;
    }

    private static boolean before(Alarm a, Alarm b) {
        return a.atNanos < b.atNanos || (a.atNanos == b.atNanos && a.order < b.order);
    }
}
