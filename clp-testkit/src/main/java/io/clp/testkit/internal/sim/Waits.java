package io.clp.testkit.internal.sim;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The calls that wait, by tasks and by the test. */
final class Waits {
    private final Scheduler scheduler;

    Waits(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void sleep(Duration duration) throws InterruptedException {
        Party party = enter();
        try {
            throwIfInterrupted();
            if (positive(duration)) {
                agenda().startWait(party, Party.SLEEP, agenda().in(duration));
                suspend(party);
            }
        } finally {
            exit(party);
        }
    }

    boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        Party party = enter();
        try {
            throwIfInterrupted();
            if (future.isDone() || !positive(limit)) {
                return future.isDone();
            }
            FutureWait hook = party.hook(future, scheduler);
            agenda().startWait(party, hook, agenda().in(limit));
            hook.arm();
            return suspend(party) == Outcome.DONE;
        } finally {
            exit(party);
        }
    }

    boolean join(SimTask<?> task, Duration limit) throws InterruptedException {
        Party party = enter();
        try {
            throwIfInterrupted();
            if (task.done() || !positive(limit)) {
                return task.done();
            }
            task.addJoiner(party);
            Scope mine = party.scope;
            agenda().startWait(party, task, agenda().in(mine == null ? limit : mine.ofRun(limit)));
            return suspend(party) == Outcome.DONE;
        } finally {
            exit(party);
        }
    }

    void settle() {
        runTo(null);
    }

    void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("cannot advance by " + duration + ": time only goes on");
        }
        runTo(duration);
    }

    private void runTo(@Nullable Duration advance) {
        Party party = enter();
        if (party != scheduler.outside) {
            throw new IllegalStateException(
                    "settle() and advance() are for the test; task '" + party.name() + "' must sleep or await");
        }
        try {
            scheduler.outside.goal =
                    advance == null ? new Settling(scheduler) : new Advancing(agenda(), agenda().in(advance));
            scheduler.suspend(party);
            scheduler.outside.throwFailure();
        } finally {
            exit(party);
        }
    }

    private Outcome suspend(Party party) throws InterruptedException {
        if (party == scheduler.outside) {
            scheduler.outside.goal = new Waiting(scheduler);
        }
        scheduler.suspend(party);
        if (party == scheduler.outside) {
            scheduler.outside.throwFailure();
        }
        if (party.outcome == Outcome.INTERRUPTED) {
            throw new InterruptedException(party.name() + " was interrupted while it waited");
        }
        return party.outcome;
    }

    private Party enter() {
        scheduler.life.check();
        Thread me = Thread.currentThread();
        if (scheduler.baton.heldBy(me)) {
            Party party = scheduler.current();
            if (party == null) {
                throw new IllegalStateException(
                        "a timer callback or step hook must not wait in its timeline; fork a task that does");
            }
            scheduler.life.unwindKilled();
            return party;
        }
        if (!scheduler.enter(me)) {
            throw new IllegalStateException(
                    "thread '" + me.getName() + "' is no task of this simulation and cannot wait"
                            + " in it while another thread from outside does: fork a task, or await a future in one");
        }
        return scheduler.outside;
    }

    private void exit(Party party) {
        // After a breakdown the baton stays with the thread that is stuck.
        if (party == scheduler.outside && scheduler.baton.heldBy(Thread.currentThread())) {
            scheduler.leave();
        }
    }

    private Agenda agenda() {
        return scheduler.agenda;
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the wait");
        }
    }
}
