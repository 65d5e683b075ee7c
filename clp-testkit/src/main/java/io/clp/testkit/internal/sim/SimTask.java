package io.clp.testkit.internal.sim;

import io.clp.time.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A forked task: body, end and joiners. */
final class SimTask<T> extends Party implements Task<T> {
    /** Its number in the order of forks; zero until the simulation has taken it in. */
    long id;

    private final Scheduler scheduler;
    private final String name;
    private @Nullable Callable<T> body;
    private @Nullable List<Party> joiners;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private volatile boolean done;

    SimTask(Scheduler scheduler, String name, Callable<T> body) {
        this.scheduler = scheduler;
        this.name = name;
        this.body = body;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    @SuppressWarnings("NullAway") // null only where the body returned null
    public T join(Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
        if (!scheduler.waits.join(this, limit)) {
            throw new TimeoutException("task '" + name + "' has not ended within " + limit);
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return result;
    }

    @Override
    public void interrupt() {
        scheduler.act(this::interruptNow);
    }

    boolean killed() {
        Scope mine = scope;
        return mine != null && mine.killed();
    }

    boolean begun() {
        return thread != null;
    }

    /** Runs the body on this thread to its end. */
    void run() {
        Callable<T> work = body;
        body = null;
        if (work == null) {
            throw new IllegalStateException("task '" + name + "' has run before");
        }
        try {
            result = work.call();
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    /** Makes the end known: whoever joins can go on. */
    void end() {
        done = true;
        thread = null;
        List<Party> waiting = joiners;
        joiners = null;
        if (waiting != null) {
            waiting.forEach(party -> scheduler.agenda.ready(party, Outcome.DONE));
        }
    }

    /** Ends a task that has not begun. */
    void cancel() {
        body = null;
        failure = new CancellationException("task '" + name + "' was interrupted before it began");
        scheduler.agenda.withdraw(this);
        scheduler.ended(this);
    }

    void addJoiner(Party party) {
        if (joiners == null) {
            joiners = new ArrayList<>(2);
        }
        joiners.add(party);
    }

    void forgetJoiner(Party party) {
        if (joiners != null) {
            joiners.remove(party);
        }
    }

    private void interruptNow() {
        if (done) {
            return;
        }
        if (!begun()) {
            cancel();
        } else if (scheduler.runs(this)) {
            Thread.currentThread().interrupt();
        } else {
            scheduler.agenda.interrupt(this);
        }
    }
}
