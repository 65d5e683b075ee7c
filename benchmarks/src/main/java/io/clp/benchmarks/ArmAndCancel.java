package io.clp.benchmarks;

import io.clp.time.Timeline;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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
 * What does a deadline cost that does not pass: armed for 30 s and taken back, on the timeline and on the JDK's scheduler?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ArmAndCancel -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class ArmAndCancel {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Timeline timeline = Timeline.system();
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);

    public ArmAndCancel() {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @TearDown
    public void close() {
        scheduler.shutdownNow();
    }

    @Benchmark
    public boolean timeline() {
        return timeline.after(DEADLINE, ArmAndCancel::pass).cancel();
    }

    @Benchmark
    public boolean scheduler() {
        return scheduler
                .schedule(ArmAndCancel::pass, DEADLINE.toNanos(), TimeUnit.NANOSECONDS)
                .cancel(false);
    }

    private static void pass() {
        throw new AssertionError("a deadline of " + DEADLINE + " passed");
    }
}
