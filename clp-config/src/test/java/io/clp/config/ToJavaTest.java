package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToJavaTest {
    @TempDir
    private Path folder;

    static Stream<String> samples() {
        return Samples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theCodeCompilesAndBuildsTheSameGroups(String sample) throws Exception {
        ClusterDefinition read = Samples.read(sample);
        Path source = Files.writeString(folder.resolve("ClusterGroups.java"), read.toJava());

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-encoding",
                "US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());

        assertThat(failed).isZero();
        assertThat(built())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*\\.probe\\.client")
                .isEqualTo(read.groups());
    }

    private List<?> built() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, FailoverGroup.class.getClassLoader())) {
            Method all = loader.loadClass("ClusterGroups").getDeclaredMethod("all");
            all.setAccessible(true);
            return (List<?>) all.invoke(null);
        }
    }
}
