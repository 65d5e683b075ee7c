package io.clp.testkit.internal.fake;

import io.clp.time.Timeline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The system's time. */
final class RealClockwork implements Clockwork {
    private static final Duration SETTLED_BY = Duration.ofHours(1);

    private final Map<String, ProcessTimeline> processes = new LinkedHashMap<>();
    private final ProcessTimeline hardware = new ProcessTimeline("machines", Timeline.system());

    @Override
    public Timeline hardware() {
        return hardware;
    }

    @Override
    public synchronized Timeline process(String name) {
        ProcessTimeline process = new ProcessTimeline(name, Timeline.system());
        processes.put(name, process);
        return process;
    }

    @Override
    public void end(String process) {
        ProcessTimeline ended;
        synchronized (this) {
            ended = processes.remove(process);
        }
        if (ended != null) {
            ended.end();
        }
    }

    @Override
    public void pause(String process) {
        throw virtualOnly("a process cannot be paused");
    }

    @Override
    public void resume(String process) {
        // None is ever paused.
    }

    @Override
    public void step(String process, Duration by) {
        throw virtualOnly("a clock cannot be set");
    }

    @Override
    public void drift(String process, long perMillion) {
        throw virtualOnly("a clock cannot run fast or slow");
    }

    @Override
    public void inherit(String process, String before) {
        // All have the system's clock.
    }

    private static IllegalStateException virtualOnly(String what) {
        return new IllegalStateException(what + " in real time, only in virtual time");
    }

    @Override
    public boolean calledByTheDead() {
        return ProcessTimeline.calledByTheDead();
    }

    @Override
    public void settle() {
        try {
            if (!Timeline.system().await(hardware.idle(), SETTLED_BY)) {
                throw new AssertionError("the machines have not settled after " + SETTLED_BY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the machines settle", e);
        }
    }

    @Override
    public void advance(Duration time) {
        try {
            Timeline.system().await(new CompletableFuture<>(), time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while time passes", e);
        }
    }

    @Override
    public void progress() {}

    @Override
    public void close() {
        Map<String, ProcessTimeline> all;
        synchronized (this) {
            all = new LinkedHashMap<>(processes);
            processes.clear();
        }
        all.values().forEach(ProcessTimeline::end);
        hardware.end();
    }
}
