package io.clp.testkit.internal.sim;

import java.time.Duration;

/**
 * The test lets everything come to rest: until nothing is pending but periodic timers and tasks that wait for ever, and then
 * until a round in which each periodic timer fired once more has changed nothing.
 */
final class Settling implements Goal {
    static final Duration LIMIT = Duration.ofHours(1);

    private final Scheduler scheduler;
    private final Alarms alarms;
    private final long endNanos;
    private int rounds;

    Settling(Scheduler scheduler) {
        this.scheduler = scheduler;
        alarms = scheduler.agenda.alarms;
        endNanos = scheduler.agenda.in(LIMIT);
    }

    @Override
    public boolean goOn() {
        if (alarms.once() > 0) {
            return withinLimit("work is still pending");
        }
        if (rounds > 0 && alarms.nextExpected() != Alarms.NEVER) {
            return withinRound();
        }
        if (rounds > 0 && !scheduler.progressed()) {
            return false;
        }
        rounds++;
        alarms.expectPeriodic(LIMIT.toNanos());
        scheduler.forgetProgress();
        return alarms.nextExpected() != Alarms.NEVER && withinRound();
    }

    /** A timer that would not fire within the limit at all cannot hold up the first round. */
    private boolean withinRound() {
        if (rounds == 1 && alarms.nextExpected() > endNanos && !scheduler.progressed()) {
            return false;
        }
        return withinLimit("every round of the periodic timers changed something");
    }

    private boolean withinLimit(String otherwise) {
        Alarm next = alarms.first();
        if (next != null && next.atNanos > endNanos) {
            throw new AssertionError(
                    "not settled after " + LIMIT + " of virtual time: " + otherwise + "\n" + Report.of(scheduler));
        }
        return true;
    }
}
