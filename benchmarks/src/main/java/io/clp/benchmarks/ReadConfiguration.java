package io.clp.benchmarks;

import io.clp.config.ClusterDefinition;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * How long does it take to read a configuration of so many groups: file and scripts, all that becomes of them, the report on every
 * element, and IIS recognised in every group's scripts?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ReadConfiguration -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
public class ReadConfiguration {
    @Param("1000")
    public int groups = 1_000;

    private @Nullable ConfigurationOfGroups files;

    @Setup
    public void write() throws IOException {
        files = new ConfigurationOfGroups(groups);
    }

    @TearDown
    public void delete() {
        Objects.requireNonNull(files).close();
    }

    @Benchmark
    public ClusterDefinition read() {
        return Objects.requireNonNull(files).read();
    }
}
