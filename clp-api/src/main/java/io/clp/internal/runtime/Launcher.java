package io.clp.internal.runtime;

import io.clp.internal.time.WorkerTimeline;
import io.clp.time.Task;
import io.clp.time.Timeline;
import java.util.List;

/** How attempts get their threads: without a task for each on the system's timeline, as tasks on any other. */
interface Launcher {
    /** Starts attempts beside the caller. */
    void launch(List<Attempt> attempts);

    /** Starts attempts as the last act of the work that calls, the first of them on the same thread where that is possible. */
    void launchLast(List<Attempt> attempts);

    /** Starts an attempt as soon as the work that calls has ended, on the same thread where that is possible. */
    void launchNext(Attempt attempt);

    /** Returns whether work waits for a thread; certainly false where the order of things is to be the same in each run. */
    boolean busy();

    /** Runs something short beside the caller. */
    void execute(String name, Runnable work);

    static Launcher of(Timeline timeline) {
        return timeline instanceof WorkerTimeline workers ? new OnWorkers(workers) : new AsTasks(timeline);
    }

    /** On the system's timeline. */
    record OnWorkers(WorkerTimeline workers) implements Launcher {
        @Override
        public void launch(List<Attempt> attempts) {
            if (attempts.size() == 1) {
                workers.execute(attempts.get(0));
            } else {
                workers.executeAll(attempts);
            }
        }

        @Override
        public void launchLast(List<Attempt> attempts) {
            if (attempts.size() > 1) {
                launch(attempts.subList(1, attempts.size()));
            }
            launchNext(attempts.get(0));
        }

        @Override
        public void launchNext(Attempt attempt) {
            workers.executeNext(attempt);
        }

        @Override
        public boolean busy() {
            return workers.busy();
        }

        @Override
        public void execute(String name, Runnable work) {
            workers.execute(work);
        }
    }

    /** On any other timeline. */
    record AsTasks(Timeline timeline) implements Launcher {
        @Override
        public void launch(List<Attempt> attempts) {
            for (Attempt attempt : attempts) {
                Task<Void> task = timeline.fork(attempt.name(), attempt);
                attempt.runsAs(task);
            }
        }

        @Override
        public void launchLast(List<Attempt> attempts) {
            launch(attempts);
        }

        @Override
        public void launchNext(Attempt attempt) {
            launch(List.of(attempt));
        }

        @Override
        public boolean busy() {
            return false;
        }

        @Override
        public void execute(String name, Runnable work) {
            Task<Void> task = timeline.fork(name, () -> {
                work.run();
                return null;
            });
            assert task.name().equals(name);
        }
    }
}
