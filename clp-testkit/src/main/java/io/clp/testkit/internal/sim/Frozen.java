package io.clp.testkit.internal.sim;

import java.util.ArrayList;
import java.util.List;

/** What a part of the run that is paused would do if it were not. Touched by the holder of the baton only. */
final class Frozen {
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Party> ready = new ArrayList<>();

    void add(Party party) {
        ready.add(party);
    }

    void set(Alarm alarm, long atNanos) {
        alarm.atNanos = atNanos;
        alarms.add(alarm);
    }

    /** Takes a party out; does nothing where it is not in. */
    void withdraw(Party party) {
        ready.remove(party);
        alarms.remove(party.wake);
    }

    /** Gives everything back: what is overdue comes at once. */
    void thaw(Agenda agenda) {
        ready.forEach(agenda::add);
        for (Alarm alarm : alarms) {
            if (!(alarm instanceof SimTimer timer) || !timer.over()) {
                agenda.set(alarm, alarm.atNanos);
            }
        }
    }

    List<Alarm> alarms() {
        return alarms;
    }
}
