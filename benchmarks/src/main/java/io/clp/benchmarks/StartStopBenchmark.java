package io.clp.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the questions have in common: one job, started and stopped again by one competitor; the score is for both together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public abstract class StartStopBenchmark {
    private final Job job;
    private final Workload workload;
    private @Nullable Orchestrator orchestrator;

    StartStopBenchmark(Job job) {
        this.job = job;
        this.workload = Workload.of(job);
    }

    /** Returns who competes. */
    abstract Peer peer();

    /** Returns the pool it gets. */
    abstract PoolKind pool();

    @Setup
    public void open() throws Exception {
        orchestrator = peer().open(workload, pool().open(job));
        check(startAndStop());
    }

    @TearDown
    public void close() {
        opened().close();
    }

    /** Returns how many resources came online, less those that are still so at the end. */
    @Benchmark
    public int startAndStop() throws Exception {
        Orchestrator competitor = opened();
        competitor.start();
        int started = workload.online();
        competitor.stop();
        return started - workload.online();
    }

    private Orchestrator opened() {
        return Objects.requireNonNull(orchestrator, "not set up");
    }

    private void check(int result) {
        int expected = job.depth() * job.width();
        if (result != expected) {
            throw new IllegalStateException(peer() + " started and stopped " + result + " of " + expected);
        }
    }
}
