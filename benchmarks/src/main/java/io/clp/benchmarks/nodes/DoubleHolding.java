package io.clp.benchmarks.nodes;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Looks all the time whether two nodes hold the same volume or the same address. Thread-safe. */
final class DoubleHolding implements AutoCloseable {
    private final Set<String> found = Collections.synchronizedSet(new TreeSet<>());
    private final AtomicLong looks = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;

    /** Begins to look. */
    DoubleHolding(Lab lab, List<Scenario.Site> sites) {
        thread = new Thread(() -> watch(lab, sites), "double-holding");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return what two nodes held at the same time, in words} */
    Set<String> found() {
        return Set.copyOf(found);
    }

    /** {@return how often it looked} */
    long looks() {
        return looks.get();
    }

    private void watch(Lab lab, List<Scenario.Site> sites) {
        while (!ended) {
            for (Scenario.Site site : sites) {
                if (lab.nodes().stream().allMatch(it -> it.hasDrive(site.drive()))) {
                    found.add("two nodes held the volume of " + site.id());
                }
                if (lab.nodes().stream().allMatch(it -> it.hasAddress(site.address()))) {
                    found.add("two nodes held the address of " + site.id());
                }
            }
            looks.incrementAndGet();
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
