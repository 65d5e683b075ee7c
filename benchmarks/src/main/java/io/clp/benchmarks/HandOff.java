package io.clp.benchmarks;

import io.clp.internal.time.WorkerTimeline;
import io.clp.time.Timeline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one piece of work cost that a caller gives to a thread and waits for: on the timeline and on the JDK's pools?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar HandOff -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class HandOff {
    private final WorkerTimeline timeline = (WorkerTimeline) Timeline.system();
    private final ExecutorService fixed =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final ExecutorService cached = Executors.newCachedThreadPool();

    @TearDown
    public void close() {
        fixed.shutdownNow();
        cached.shutdownNow();
    }

    @Benchmark
    public boolean timeline() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        timeline.execute(() -> done.complete(true));
        return done.join();
    }

    @Benchmark
    public boolean fixedPool() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        fixed.execute(() -> done.complete(true));
        return done.join();
    }

    @Benchmark
    public boolean cachedPool() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        cached.execute(() -> done.complete(true));
        return done.join();
    }
}
