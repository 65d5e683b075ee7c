package io.clp.testkit.internal.sim;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The heart of a simulation: whoever blocks or ends picks who goes on, and hands over directly. Only the holder of the baton
 * is in here, except for {@link #act} and the watchdog.
 */
final class Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    final long seed;
    final Agenda agenda;
    final Outside outside = new Outside();
    final Baton baton = new Baton();
    final LiveTasks tasks = new LiveTasks();
    final Lifecycle life;
    final Waits waits;
    private final AtomicLong steps = new AtomicLong();
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final Object entry = new Object();

    /** Whose code runs; null while the scheduler itself or a callback does. */
    private @Nullable Party current;

    /** The callback with which the worker goes on that takes over from the test's thread. */
    private @Nullable SimTimer leftOver;

    private @Nullable Runnable hook;
    private volatile boolean progressed;

    Scheduler(long seed, long stallMillis) {
        this.seed = seed;
        agenda = new Agenda(seed);
        life = new Lifecycle(this, stallMillis);
        waits = new Waits(this);
    }

    /** Changes the simulation's state: at once where nobody else is at it, else at the next step. */
    void act(Runnable change) {
        Thread me = Thread.currentThread();
        if (baton.heldBy(me)) {
            change.run();
            return;
        }
        synchronized (entry) {
            if (!baton.take(me)) {
                inbox.add(change);
                return;
            }
            try {
                drain();
                change.run();
            } finally {
                baton.free();
            }
        }
    }

    /** Lets a thread from outside in, as the test; false where another one is in. */
    boolean enter(Thread me) {
        // The lock keeps out the short holds of act, which are no reason to refuse anybody.
        synchronized (entry) {
            if (!baton.take(me)) {
                return false;
            }
        }
        outside.thread = me;
        current = outside;
        return true;
    }

    void leave() {
        current = null;
        outside.goal = null;
        outside.thread = null;
        baton.free();
    }

    /** Lets others run until this party is picked; its wait must have been registered. */
    void suspend(Party party) {
        Party next = next(party != outside);
        if (next != party) {
            handOver(next);
            life.awaitBaton(party);
            drain();
        }
        resume(party);
        life.unwindKilled();
        if (party.interruptPending) {
            party.interruptPending = false;
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What a worker does.
     *
     * @return whether the worker is back in the pool; else its thread has to end
     */
    boolean work(Worker worker, @Nullable SimTask<?> first) {
        SimTask<?> task = first;
        try {
            for (; ; ) {
                if (task != null && !run(task, worker)) {
                    return false;
                }
                Party next = life.unwinding() ? outside : next(true);
                if (next instanceof SimTask<?> fresh && !fresh.begun()) {
                    task = fresh;
                    continue;
                }
                Thread to = threadOf(next);
                WorkerPool.give(worker);
                baton.pass(to);
                return true;
            }
        } catch (Unwind lost) {
            return false;
        } catch (Throwable thrown) {
            worker.lose();
            life.breakDown(new AssertionError("the simulation itself failed", thrown));
            return false;
        }
    }

    private boolean run(SimTask<?> task, Worker worker) {
        Thread.interrupted();
        task.thread = worker;
        current = task;
        task.run();
        Thread.interrupted();
        MDC.clear();
        if (worker.lost()) {
            return false;
        }
        current = null;
        ended(task);
        return true;
    }

    /** Picks who goes on; null where a callback comes next and the caller's thread must not run it. */
    private @Nullable Party next(boolean mayRunCallbacks) {
        current = null;
        SimTimer timer = leftOver;
        leftOver = null;
        if (timer == null) {
            stepped();
        } else {
            fire(timer);
        }
        for (; ; ) {
            drain();
            if (!outside.failed() && agenda.idle()) {
                moveClock();
            }
            if (outside.failed() || agenda.idle()) {
                agenda.withdraw(outside);
                return outside;
            }
            Object picked = agenda.pick();
            steps.setOpaque(steps.getPlain() + 1);
            if (picked instanceof Party party) {
                return party;
            }
            timer = (SimTimer) picked;
            if (!mayRunCallbacks) {
                leftOver = timer;
                return null;
            }
            fire(timer);
        }
    }

    private void moveClock() {
        Goal goal = outside.goal;
        try {
            Alarm first = agenda.alarms.first();
            if (goal != null && goal.goOn() && first != null) {
                agenda.moveTo(first.atNanos);
            }
        } catch (AssertionError unreachable) {
            outside.fail(unreachable);
        }
    }

    private void fire(SimTimer timer) {
        if (timer.begin()) {
            try {
                timer.run();
            } catch (Throwable thrown) {
                life.throwIfLost();
                LOG.error("A timer callback failed at {}", Report.time(agenda.nowNanos()), thrown);
            }
            life.throwIfLost();
            Thread.interrupted();
            timer.repeat();
        }
        stepped();
    }

    private void stepped() {
        if (agenda.runsInCircles()) {
            outside.fail(new AssertionError("the clock stands still at " + Report.time(agenda.nowNanos()) + " after "
                    + Agenda.STEPS_AT_ONE_INSTANT_MAX + " steps\n" + Report.of(this)));
        }
        Runnable after = hook;
        if (after != null && !life.unwinding()) {
            try {
                after.run();
            } catch (Throwable thrown) {
                life.throwIfLost();
                outside.fail(thrown);
            }
        }
    }

    private void handOver(@Nullable Party next) {
        Thread thread = next == null ? null : next.thread;
        if (thread == null) {
            Worker worker = idleWorker();
            baton.give(worker);
            worker.assign(this, (SimTask<?>) next);
        } else {
            baton.pass(thread);
        }
    }

    private Worker idleWorker() {
        try {
            return WorkerPool.take();
        } catch (OutOfMemoryError noThread) {
            AssertionError error = new AssertionError("the JVM has no thread for another task", noThread);
            boolean test = Thread.currentThread() == outside.thread;
            if (!test && Thread.currentThread() instanceof Worker me) {
                me.lose();
            }
            life.breakDown(error);
            if (test) {
                throw error;
            }
            throw new Unwind();
        }
    }

    private void drain() {
        for (Runnable change = inbox.poll(); change != null; change = inbox.poll()) {
            change.run();
        }
    }

    private static Thread threadOf(@Nullable Party party) {
        if (party == null || party.thread == null) {
            throw new IllegalStateException("nobody to hand the baton to");
        }
        return party.thread;
    }

    /** Takes a new task in. */
    void start(SimTask<?> task) {
        tasks.add(task);
        agenda.add(task);
    }

    void ended(SimTask<?> task) {
        tasks.remove(task);
        task.end();
    }

    /** Tells a party that its thread was interrupted for real while it waited for the baton. */
    void post(Party interrupted) {
        inbox.add(() -> agenda.interrupt(interrupted));
    }

    @Nullable
    Party current() {
        return current;
    }

    void resume(Party party) {
        current = party;
    }

    boolean runs(Party party) {
        return current == party;
    }

    void wakeOutside() {
        LockSupport.unpark(outside.thread);
    }

    void onStep(@Nullable Runnable callback) {
        hook = callback;
    }

    long steps() {
        return steps.getOpaque();
    }

    void progress() {
        progressed = true;
    }

    boolean progressed() {
        return progressed;
    }

    void forgetProgress() {
        progressed = false;
    }

    /** Drops everything that waits in here, once no task is left. */
    void clear() {
        current = null;
        leftOver = null;
        drain();
        agenda.clear();
    }
}
