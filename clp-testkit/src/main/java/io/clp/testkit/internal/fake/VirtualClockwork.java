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
    public void pause(String process) {
        simulation.pause(process);
    }

    @Override
    public void resume(String process) {
        simulation.resume(process);
    }

    @Override
    public void step(String process, Duration by) {
        simulation.step(process, by);
    }

    @Override
    public void drift(String process, long perMillion) {
        simulation.drift(process, perMillion);
    }

    @Override
    public void inherit(String process, String before) {
        simulation.countAs(process, before);
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
