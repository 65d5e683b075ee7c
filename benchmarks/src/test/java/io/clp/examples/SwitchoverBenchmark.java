package io.clp.examples;

import io.clp.FailoverGroup;
import io.clp.MoveReport;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import io.clp.testkit.SwitchoverStudy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long one's own group takes to switch over. Real time: what a client waits; virtual time: what the library costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
@Fork(2)
public class SwitchoverBenchmark {
    @Param({"REAL", "VIRTUAL"})
    public String time = "REAL";

    private final FailoverGroup web = OneWayStandby.web();
    private FakeCluster cluster;
    private String target;

    @Setup(Level.Trial)
    public void startTheGroup() {
        FakeCluster.Builder builder = FakeCluster.builder()
                .nodes("SV1", "SV2", "SV3", "SV4")
                .seed(42)
                .invariants(false) // not what is measured
                .latencies(windows());
        cluster = (time.equals("REAL") ? builder.realTime() : builder).build();
        cluster.start(web);
        target = "SV2";
    }

    @Benchmark
    public MoveReport switchover() {
        MoveReport report = cluster.move(web, target);
        target = target.equals("SV2") ? "SV1" : "SV2";
        return report;
    }

    @TearDown(Level.Trial)
    public void close() {
        cluster.close();
    }

    private static Latencies windows() {
        return Latencies.windowsServer()
                .serviceStart("W3SVC", Latency.logNormal(Duration.ofMillis(450), Duration.ofMillis(1800)))
                .serviceStop("W3SVC", Latency.between(Duration.ofMillis(300), Duration.ofSeconds(4)))
                .addressUsable(Latency.fixed(Duration.ofSeconds(3))) // duplicate detection
                .volumeOnline(Latency.logNormal(Duration.ofMillis(120), Duration.ofMillis(900)));
    }

    /** The same question over a thousand seeds, in virtual time: seconds of work, hours of switchovers. */
    public static void main(String[] arguments) {
        SwitchoverStudy study = SwitchoverStudy.of(OneWayStandby.web())
                .latencies(windows())
                .seeds(1_000)
                .run();
        System.out.println("median " + study.downtime(50) + ", 99th " + study.downtime(99));
        study.slowest().criticalPath().forEach(System.out::println);
    }
}
