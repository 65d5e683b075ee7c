package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.StartCause;
import java.util.ArrayList;
import java.util.List;

/**
 * What does a started group of five keep while nothing happens?
 *
 * @param threads how many threads there were more than before, once those that wait for work had ended
 * @param bytes what a group keeps on the heap, with its definition and its controller
 */
record IdleGroup(int threads, long bytes) {
    private static final int RESOURCES = 5;
    private static final int SETTLES = 20;
    private static final long PAUSE_MILLIS = 1_000;

    /**
     * Starts groups, each on a controller of its own, and waits until the pool's threads have ended: some seconds.
     *
     * @param groups how many; the more, the less what else is on the heap counts
     */
    static IdleGroup measure(int groups) throws InterruptedException {
        QuietLog.begin();
        started(groups).forEach(GroupController::close); // what is loaded and pooled once for all
        int threads = settledThreads();
        long before = usedHeap();
        List<GroupController> controllers = started(groups);
        int threadsAfter = settledThreads();
        long after = usedHeap();
        controllers.forEach(GroupController::close);
        return new IdleGroup(threadsAfter - threads, (after - before) / groups);
    }

    private static List<GroupController> started(int groups) {
        List<GroupController> controllers = new ArrayList<>(groups);
        TimelinePlatform node = new TimelinePlatform();
        for (int i = 0; i < groups; i++) {
            FailoverGroup group = EngineOrchestrator.group(Workload.of(Job.CHAIN_OF_5));
            if (group.resources().size() != RESOURCES) {
                throw new IllegalStateException("not a group of " + RESOURCES);
            }
            GroupController controller =
                    GroupController.builder(node).groups(group).build();
            controller.start(group, StartCause.START);
            controllers.add(controller);
        }
        return controllers;
    }

    /** Waits until the pool's threads have ended, or it is clear that some stay; returns how many do. */
    private static int settledThreads() throws InterruptedException {
        for (int i = 0; i < SETTLES && live() > 0; i++) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return live();
    }

    /** Counts the library's threads. */
    private static int live() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().startsWith("clp-"))
                .count();
    }

    private static long usedHeap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
