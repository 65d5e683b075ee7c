package io.clp.benchmarks;

import io.clp.StartReport;
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
 * How many failovers of IIS from one node to the other does one core simulate in a second, every invariant checked?
 *
 * <pre>taskset -c 0 java -jar benchmarks/target/benchmarks.jar SimulatedFailover -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class SimulatedFailover {
    private static final long SEED = 42;

    private final TwoNodes nodes = TwoNodes.inVirtualTime(SEED);

    @TearDown
    public void close() {
        nodes.close();
    }

    @Benchmark
    public StartReport failover() {
        return nodes.failOver();
    }
}
