package io.clp.benchmarks;

import io.clp.NodeId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to rehearse a failover of a group with the guide's scripts in a cluster of two: the power of a node, real members
 * that notice, fence and take over, the scripts read and interpreted on the fake machine, the lost node back in the cluster, every
 * invariant checked?
 *
 * <pre>taskset -c 0 java -jar benchmarks/target/benchmarks.jar RehearsedFailover -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 20, time = 2) // much code, compiled late
@Measurement(iterations = 10, time = 1)
public class RehearsedFailover {
    private static final long SEED = 42;

    private @Nullable RehearsedCluster cluster;

    /** Anew for each iteration: what ran is kept. */
    @Setup(Level.Iteration)
    public void start() {
        cluster = new RehearsedCluster(SEED);
    }

    @TearDown(Level.Iteration)
    public void close() {
        Objects.requireNonNull(cluster).close();
    }

    /** Returns which node has the group afterwards. */
    @Benchmark
    public NodeId failover() {
        return Objects.requireNonNull(cluster).failOver();
    }
}
