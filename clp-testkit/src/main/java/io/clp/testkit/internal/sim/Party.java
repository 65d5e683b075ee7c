package io.clp.testkit.internal.sim;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Somebody who runs and waits in virtual time: a task, or the test. Touched by the holder of the baton only. */
abstract sealed class Party permits SimTask, Outside {
    /** What a party awaits that only sleeps. */
    static final Object SLEEP = new Object();

    final Wake wake = new Wake(this);
    int readySlot = -1;

    /** What it is ended and paused with; none where nothing but the close ends it. */
    @Nullable
    Scope scope;

    /** The thread whose stack this party's code is on; none before it began. */
    @Nullable
    Thread thread;

    /** {@link #SLEEP}, a {@link FutureWait} or a {@link SimTask}; null while it does not wait. */
    @Nullable
    Object awaited;

    Outcome outcome = Outcome.DONE;

    /** An interrupt that came while another party ran. It becomes the thread's flag, or ends the wait. */
    boolean interruptPending;

    private @Nullable FutureWait lastFuture;

    abstract String name();

    /** Returns the hook on a future, the former one where the same future is awaited again: hooks cannot be taken back. */
    final FutureWait hook(CompletableFuture<?> future, Scheduler scheduler) {
        FutureWait hook = lastFuture;
        if (hook == null || hook.future != future) {
            hook = new FutureWait(scheduler, this, future);
            lastFuture = hook;
        }
        return hook;
    }

    /** Says what it waits for, for people. */
    final String state() {
        String until = wake.isSet() ? " until " + Report.time(wake.atNanos) : " for ever";
        if (awaited == null) {
            return "could go on";
        }
        if (awaited instanceof SimTask<?> task) {
            return "joins '" + task.name() + "'" + until;
        }
        return (awaited == SLEEP ? "sleeps" : "awaits a future") + until;
    }
}
