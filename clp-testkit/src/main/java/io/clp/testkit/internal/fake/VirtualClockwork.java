package io.clp.testkit.internal.fake;

import io.clp.testkit.internal.sim.Simulation;
import io.clp.time.Timeline;
import java.time.Duration;

/** Virtual time. */
final class VirtualClockwork implements Clockwork {
    private final Simulation simulation;

    VirtualClockwork(long seed, Runnable afterEachStep) {
        simulation = Simulation.create(seed);
        simulation.onStep(afterEachStep);
    }

    @Override
    public Timeline hardware() {
        return simulation.timeline();
    }

    @Override
    public Timeline process(String name) {
        return simulation.timeline(name);
    }

    @Override
    public void end(String process) {
        simulation.kill(process);
    }

    @Override
    public boolean calledByTheDead() {
        return simulation.callerWasKilled();
    }

    @Override
    public void settle() {
        simulation.settle();
    }

    @Override
    public void advance(Duration time) {
        simulation.advance(time);
    }

    @Override
    public void progress() {
        simulation.progress();
    }

    @Override
    public void close() {
        simulation.close();
    }
}
