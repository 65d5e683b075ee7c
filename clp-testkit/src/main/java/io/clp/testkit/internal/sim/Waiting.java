package io.clp.testkit.internal.sim;

import java.time.Duration;

/** The test itself waits for a time, a future or a task. */
final class Waiting implements Goal {
    /** A wait without limit ends here: periodic timers alone could keep the clock going for ever. */
    static final Duration UNLIMITED_MAX = Duration.ofDays(1);

    private final Scheduler scheduler;
    private final Agenda agenda;
    private final long startNanos;

    Waiting(Scheduler scheduler) {
        this.scheduler = scheduler;
        agenda = scheduler.agenda;
        startNanos = agenda.nowNanos();
    }

    @Override
    public boolean goOn() {
        Alarm next = agenda.alarms.first();
        if (next == null) {
            throw new AssertionError(
                    "deadlock: the test waits, nothing can run and no timer is set\n" + Report.of(scheduler));
        }
        boolean unlimited = !scheduler.outside.wake.isSet();
        if (unlimited && next.atNanos - startNanos > UNLIMITED_MAX.toNanos()) {
            throw new AssertionError("the test waits without limit, and what it waits for has not happened after "
                    + UNLIMITED_MAX + "\n" + Report.of(scheduler));
        }
        return true;
    }
}
