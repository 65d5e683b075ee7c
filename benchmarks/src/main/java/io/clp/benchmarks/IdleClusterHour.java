package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.resource.ServiceResource;
import io.clp.testkit.FakeCluster;
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
 * What does it cost that nothing happens: a virtual hour of a cluster of two with a group of five services online, its five monitors that
 * look every ten seconds, and the two members that look at the coordination?
 *
 * <pre>taskset -c 0 java -jar benchmarks/target/benchmarks.jar IdleClusterHour -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class IdleClusterHour {
    private static final long SEED = 42;
    private static final int RESOURCES = 5;

    private final FailoverGroup group = group();
    private final FakeCluster cluster = cluster(group);

    private static FailoverGroup group() {
        FailoverGroup.Builder builder = FailoverGroup.builder("idle").nodes("SV1", "SV2");
        for (int i = 1; i <= RESOURCES; i++) {
            builder.resource(
                    ServiceResource.builder("s" + i).service("Service" + i).build());
        }
        return builder.build();
    }

    private static FakeCluster cluster(FailoverGroup group) {
        QuietLog.begin();
        FakeCluster cluster =
                FakeCluster.builder().nodes("SV1", "SV2").seed(SEED).build();
        cluster.start(group);
        return cluster;
    }

    @TearDown
    public void close() {
        cluster.close();
    }

    /** Returns the group's state after an hour: online. */
    @Benchmark
    public GroupState hour() {
        cluster.advance(Duration.ofHours(1));
        return cluster.view(group).state();
    }
}
