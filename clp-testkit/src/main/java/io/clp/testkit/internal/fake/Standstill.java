package io.clp.testkit.internal.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a machine or the process on it stands still for a while, and how its clocks run. */
final class Standstill {
    private static final double RATE_MIN = 0.5;
    private static final double RATE_MAX = 2;
    private static final double MILLION = 1_000_000;

    private final Machine machine;
    private final World world;
    private final List<Runnable> whenThawed = new ArrayList<>();
    private volatile boolean paused;
    private boolean frozen;

    Standstill(Machine machine) {
        this.machine = machine;
        world = machine.world;
    }

    boolean paused() {
        return paused;
    }

    /** Runs a change of the machine's own later, on its own time; while it is frozen, after that. Under the lock. */
    void after(Duration delay, Runnable work) {
        world.after(delay, () -> {
            if (frozen) {
                whenThawed.add(work);
            } else {
                work.run();
            }
        });
    }

    void begin(boolean wholeMachine) {
        world.clock.pause(machine.process());
        world.change(() -> {
            world.journal.happened(machine.node, "machine", wholeMachine ? "frozen" : "process paused");
            paused = true;
            frozen = wholeMachine;
        });
    }

    void end() {
        world.change(() -> {
            world.journal.happened(machine.node, "machine", "goes on");
            over();
        });
        world.clock.resume(machine.process());
    }

    /** The process that stood still is gone; what the machine itself had to do goes on. Under the lock. */
    void over() {
        paused = false;
        frozen = false;
        List<Runnable> work = List.copyOf(whenThawed);
        whenThawed.clear();
        work.forEach(Runnable::run);
    }

    /** The power is gone, and with it what was to be done. Under the lock. */
    void powerOff() {
        whenThawed.clear();
        over();
    }

    void step(Duration by) {
        world.clock.step(machine.process(), by);
        world.change(() -> world.journal.happened(machine.node, "machine", "clock set by " + by));
    }

    void drift(double rate) {
        if (!(rate >= RATE_MIN && rate <= RATE_MAX)) {
            throw new IllegalArgumentException("a clock's rate is " + RATE_MIN + " to " + RATE_MAX + ", not " + rate);
        }
        long perMillion = Math.round(rate * MILLION);
        world.clock.drift(machine.process(), perMillion);
        world.change(() -> world.journal.happened(
                machine.node, "machine", "clocks run at " + perMillion + " millionths of their rate"));
    }
}
