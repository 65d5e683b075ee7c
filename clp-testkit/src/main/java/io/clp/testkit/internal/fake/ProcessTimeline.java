package io.clp.testkit.internal.fake;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.TimelineEndedException;
import io.clp.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Real time of one process that can be ended: its timers are taken back, its tasks interrupted, and its calls refused. Thread-safe. */
final class ProcessTimeline implements Timeline {
    private static final ThreadLocal<@Nullable ProcessTimeline> CURRENT = new ThreadLocal<>();

    private final String name;
    private final Timeline system;
    private final Set<Task<?>> tasks = new LinkedHashSet<>();
    private final Set<Timer> timers = new LinkedHashSet<>();
    private final List<CompletableFuture<?>> waitForIdle = new ArrayList<>();
    private int once;
    private volatile boolean ended;

    ProcessTimeline(String name, Timeline system) {
        this.name = name;
        this.system = system;
    }

    static boolean calledByTheDead() {
        ProcessTimeline process = CURRENT.get();
        return process != null && process.ended;
    }

    /** Returns what is completed once no timer is set that fires once. */
    synchronized CompletableFuture<?> idle() {
        CompletableFuture<?> idle = new CompletableFuture<>();
        if (once == 0) {
            idle.complete(null);
        } else {
            waitForIdle.add(idle);
        }
        return idle;
    }

    void end() {
        List<Timer> lostTimers;
        List<Task<?>> lostTasks;
        synchronized (this) {
            ended = true;
            lostTimers = List.copyOf(timers);
            lostTasks = List.copyOf(tasks);
            timers.clear();
            tasks.clear();
        }
        lostTimers.forEach(Timer::cancel);
        lostTasks.forEach(Task::interrupt);
    }

    @Override
    public Instant now() {
        check();
        return system.now();
    }

    @Override
    public long nanos() {
        return system.nanos();
    }

    @Override
    public Clock clock() {
        return system.clock();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        check();
        system.sleep(duration);
        check();
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        check();
        boolean done = system.await(future, limit);
        check();
        return done;
    }

    @Override
    public synchronized <T> Task<T> fork(String task, Callable<T> body) {
        check();
        Own<T> own = new Own<>(body);
        Task<T> forked = system.fork(task, own);
        if (own.start(forked)) {
            tasks.add(forked);
        }
        return forked;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable callback) {
        check();
        OnceTimer timer = new OnceTimer(callback);
        timers.add(timer);
        once++;
        timer.set(system.after(delay, timer));
        return timer;
    }

    @Override
    public synchronized Timer every(Duration interval, Runnable callback) {
        check();
        Timer timer = system.every(interval, () -> as(callback));
        timers.add(timer);
        return timer;
    }

    private void as(Runnable work) {
        ProcessTimeline before = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            CURRENT.set(before);
        }
    }

    private void check() {
        if (ended) {
            throw new TimelineEndedException("process " + name + " was ended");
        }
    }

    private void fired(OnceTimer timer) {
        List<CompletableFuture<?>> wake = List.of();
        synchronized (this) {
            timers.remove(timer);
            once--;
            if (once == 0) {
                wake = List.copyOf(waitForIdle);
                waitForIdle.clear();
            }
        }
        wake.forEach(it -> it.complete(null));
    }

    /** A task's body, which knows its process and leaves it at its end. */
    private final class Own<T> implements Callable<T> {
        private final Callable<T> body;
        private @Nullable Task<T> task;
        private boolean over;

        Own(Callable<T> body) {
            this.body = body;
        }

        /** Returns whether the task still runs. */
        boolean start(Task<T> forked) {
            synchronized (ProcessTimeline.this) {
                task = forked;
                return !over;
            }
        }

        @Override
        public T call() throws Exception {
            CURRENT.set(ProcessTimeline.this);
            try {
                return body.call();
            } finally {
                CURRENT.remove();
                synchronized (ProcessTimeline.this) {
                    over = true;
                    if (task != null) {
                        tasks.remove(task);
                    }
                }
            }
        }
    }

    /** A timer that fires once, counted until it has fired or is cancelled. */
    private final class OnceTimer implements Timer, Runnable {
        private final Runnable callback;
        private @Nullable Timer timer;

        OnceTimer(Runnable callback) {
            this.callback = callback;
        }

        void set(Timer set) {
            timer = set;
        }

        @Override
        public void run() {
            try {
                as(callback);
            } finally {
                fired(this);
            }
        }

        @Override
        public boolean cancel() {
            Timer set;
            synchronized (ProcessTimeline.this) {
                set = timer;
            }
            boolean cancelled = set != null && set.cancel();
            if (cancelled) {
                fired(this);
            }
            return cancelled;
        }
    }
}
