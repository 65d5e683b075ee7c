package io.clp.internal.time;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Workers that are the threads of a user's executor, which is never shut down here. Thread-safe. */
final class BorrowedWorkers implements Workers {
    private final ExecutorService executor;
    private final Failures failures;

    /** Not static: work of one executor may run inside work of another. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Chain> current = new ThreadLocal<>();

    BorrowedWorkers(ExecutorService executor, Failures failures) {
        this.executor = executor;
        this.failures = failures;
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(new Chain(work));
    }

    @Override
    public void executeAll(List<? extends Runnable> work) {
        work.forEach(this::execute);
    }

    @Override
    public void executeNext(Runnable work) {
        Chain chain = current.get();
        if (chain != null && chain.next == null) {
            chain.next = work;
        } else {
            execute(work);
        }
    }

    @Override
    public boolean busy() {
        return false;
    }

    @Override
    public void beforeWaiting() {
        Chain chain = current.get();
        if (chain == null || chain.next == null) {
            return;
        }
        Runnable next = chain.next;
        chain.next = null;
        try {
            execute(next);
        } catch (RejectedExecutionException e) {
            chain.next = next;
            failures.report("The executor refused a continuation; it waits for the work before it.", e);
        }
    }

    /** A piece of work and its continuations, on one thread of the executor. */
    private final class Chain implements Runnable {
        private @Nullable Runnable next;

        Chain(Runnable first) {
            next = first;
        }

        @Override
        public void run() {
            // An executor may run this on the thread of its caller, inside other work or with the caller's interrupt
            // flag set.
            Chain outer = current.get();
            boolean flagged = Thread.interrupted();
            current.set(this);
            try {
                while (next != null) {
                    Runnable work = next;
                    next = null;
                    failures.guard("A piece of work ended abnormally.", work);
                    Thread.interrupted();
                }
            } finally {
                restore(outer, flagged);
            }
        }

        private void restore(@Nullable Chain outer, boolean flagged) {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
            if (flagged) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
