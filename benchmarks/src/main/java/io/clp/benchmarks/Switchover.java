package io.clp.benchmarks;

import io.clp.StartReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a planned move of IIS cost: in real time what a client waits, most of it the latencies of Windows; in virtual time what the
 * engine and the fakes need for it.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Switchover</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class Switchover {
    private static final long SEED = 42;

    @Param({"REAL", "VIRTUAL"})
    public String time = "REAL";

    private TwoNodes nodes;

    @Setup
    public void startTheGroup() {
        nodes = time.equals("REAL") ? TwoNodes.inRealTime(SEED) : TwoNodes.inVirtualTime(SEED);
    }

    @TearDown
    public void close() {
        nodes.close();
    }

    @Benchmark
    public StartReport switchover() {
        return nodes.switchOver();
    }
}
