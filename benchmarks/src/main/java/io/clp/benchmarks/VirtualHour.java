package io.clp.benchmarks;

import java.time.Duration;
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
 * How long does a virtual hour take in which the active node loses its power every minute?
 *
 * <pre>taskset -c 0 java -jar benchmarks/target/benchmarks.jar VirtualHour -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class VirtualHour {
    private static final long SEED = 42;
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MINUTES = 60;

    private final TwoNodes nodes = TwoNodes.inVirtualTime(SEED);

    @TearDown
    public void close() {
        nodes.close();
    }

    /** Returns the virtual nanoseconds that passed: an hour. */
    @Benchmark
    public long hour() {
        long begun = nodes.nanos();
        for (int minute = 1; minute <= MINUTES; minute++) {
            nodes.failOver();
            long rest = begun + minute * MINUTE_NANOS - nodes.nanos();
            nodes.machines().advance(Duration.ofNanos(rest));
        }
        return nodes.nanos() - begun;
    }
}
