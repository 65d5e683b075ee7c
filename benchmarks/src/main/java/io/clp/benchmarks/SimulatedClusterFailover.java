package io.clp.benchmarks;

import io.clp.NodeId;
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
 * How many failovers of IIS in a cluster of two does one core simulate in a second: a fault of the node, unreliable and slow links and a slow
 * fencer drawn from the seed, real members that notice, fence, take over and start, the lost node back in the cluster, every invariant
 * checked?
 *
 * <pre>taskset -c 0 java -jar benchmarks/target/benchmarks.jar SimulatedClusterFailover -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 20, time = 2) // much code, compiled late
@Measurement(iterations = 10, time = 1)
public class SimulatedClusterFailover {
    private static final long SEED = 42;

    private final ClusterOfTwo cluster = new ClusterOfTwo(SEED);

    @TearDown
    public void close() {
        cluster.close();
    }

    /** Returns which node has the group afterwards. */
    @Benchmark
    public NodeId failover() {
        return cluster.failOver();
    }
}
