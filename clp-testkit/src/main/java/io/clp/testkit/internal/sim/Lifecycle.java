package io.clp.testkit.internal.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Whether a simulation is open, has broken down or is closed; parks those who wait for the baton, and ends them at the close. */
final class Lifecycle {
    private enum State {
        OPEN,
        /** Code of a task blocks outside the timeline, and has the baton for ever. */
        BROKEN,
        CLOSING,
        CLOSED
    }

    private final Scheduler scheduler;
    private final long stallMillis;
    private final List<AssertionError> closeFailures = new ArrayList<>();
    private volatile State state = State.OPEN;
    private volatile @Nullable AssertionError breakdown;

    Lifecycle(Scheduler scheduler, long stallMillis) {
        this.scheduler = scheduler;
        this.stallMillis = stallMillis;
    }

    boolean unwinding() {
        return state == State.CLOSING;
    }

    /** Refuses a call where the simulation is not open; a thread that is to unwind gets the unwinding error again. */
    void check() {
        State seen = state;
        if (seen == State.OPEN) {
            return;
        }
        Thread me = Thread.currentThread();
        if (me instanceof Worker worker && (worker.lost() || (seen == State.CLOSING && scheduler.baton.heldBy(me)))) {
            throw unwind(worker);
        }
        throw new IllegalStateException(
                seen == State.BROKEN ? "the simulation has broken down, see the cause" : "the simulation is closed",
                breakdown);
    }

    void throwIfLost() {
        if (state != State.OPEN && Thread.currentThread() instanceof Worker worker && worker.lost()) {
            throw unwind(worker);
        }
    }

    /** Throws the unwinding error where the caller is a task of a scope that was killed. */
    void unwindKilled() {
        Thread me = Thread.currentThread();
        if (me instanceof Worker worker && callerWasKilled()) {
            throw unwind(worker);
        }
    }

    boolean callerWasKilled() {
        return scheduler.baton.heldBy(Thread.currentThread())
                && scheduler.current() instanceof SimTask<?> task
                && task.killed();
    }

    /** Parks until this party's thread has the baton. */
    void awaitBaton(Party party) {
        Thread me = Thread.currentThread();
        boolean test = party == scheduler.outside;
        Watchdog.Watch watch = test ? Watchdog.start(scheduler, me, stallMillis) : null;
        try {
            while (!scheduler.baton.heldBy(me) && !(test && breakdown != null)) {
                LockSupport.park(scheduler);
                if (Thread.interrupted()) {
                    scheduler.post(party);
                }
            }
        } finally {
            if (watch != null) {
                Watchdog.end(watch);
            }
        }
        AssertionError broken = breakdown;
        if (test && broken != null) {
            throw broken;
        }
        if (!test && state != State.OPEN) {
            throw unwind((Worker) me);
        }
    }

    /** Ends the test's call with an error, although another thread has the baton. */
    void breakDown(AssertionError error) {
        if (state == State.OPEN) {
            state = State.BROKEN;
        }
        breakdown = error;
        scheduler.wakeOutside();
    }

    void close() {
        Thread me = Thread.currentThread();
        if (state == State.CLOSED) {
            return;
        }
        if (scheduler.baton.heldBy(me)) {
            throw new IllegalStateException("close() is for the test, not for a task, a callback or a step hook");
        }
        if (state == State.BROKEN) {
            seize(me);
        } else if (state == State.CLOSING || !scheduler.enter(me)) {
            throw new IllegalStateException(
                    "cannot close the simulation while another thread from outside waits in it");
        }
        state = State.CLOSING;
        boolean interrupted = Thread.interrupted();
        scheduler.tasks.inOrder().forEach(this::end);
        scheduler.clear();
        state = State.CLOSED;
        scheduler.leave();
        // An interrupt of the test is for what comes after the close.
        if (interrupted || scheduler.outside.interruptPending) {
            me.interrupt();
        }
        if (!closeFailures.isEmpty()) {
            AssertionError first = closeFailures.get(0);
            closeFailures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private void end(SimTask<?> task) {
        if (!(task.thread instanceof Worker worker)) {
            task.cancel();
            return;
        }
        if (worker.lost()) {
            return;
        }
        breakdown = null;
        scheduler.agenda.withdraw(task);
        scheduler.resume(task);
        scheduler.baton.pass(worker);
        try {
            awaitBaton(scheduler.outside);
        } catch (AssertionError stuck) {
            closeFailures.add(stuck);
            seize(Thread.currentThread());
        }
    }

    /** Takes the baton from a thread that has been given up. */
    private void seize(Thread me) {
        Thread stuck = scheduler.baton.holder();
        if (stuck instanceof Worker worker && worker.lost()) {
            worker.interrupt();
        }
        scheduler.baton.pass(me);
        scheduler.outside.thread = me;
    }

    private Unwind unwind(Worker worker) {
        if (worker.unwindsInVain()) {
            retire(worker);
        }
        return new Unwind();
    }

    /** Keeps a thread for ever whose code cannot be ended: parked, it does no harm. */
    private void retire(Worker worker) {
        if (!worker.lost() && state == State.OPEN) {
            worker.lose();
            breakDown(new AssertionError(
                    "a task catches and ignores the error that ends it\n" + Report.running(scheduler, worker)));
        }
        if (!worker.lost()) {
            closeFailures.add(new AssertionError(
                    "a task catches and ignores the error that ends it\n" + Report.running(scheduler, worker)));
            worker.lose();
            Thread closer = scheduler.outside.thread;
            if (closer != null) {
                scheduler.baton.pass(closer);
            }
        }
        for (; ; ) {
            LockSupport.park(worker);
            Thread.interrupted();
        }
    }
}
