package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenInputTest {
    @TempDir
    private Path folder;

    static List<Broken> broken() {
        return Broken.TABLE;
    }

    @Test
    void theRightInputIsRead() throws IOException {
        assertThat(ClusterDefinition.read(write(Broken.RIGHT)).groups()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void eachProblemIsToldWithItsPlace(Broken broken) throws IOException {
        Path file = write(broken.text());

        ConfigurationException e =
                catchThrowableOfType(ConfigurationException.class, () -> ClusterDefinition.read(file));

        assertThat(e).isNotNull();
        assertThat(e.problems()).anySatisfy(problem -> {
            assertThat(problem.why()).contains(broken.why());
            assertThat(problem.line() + ":" + problem.column()).isEqualTo(broken.at());
        });
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheFile() throws IOException {
        Path file = write(Broken.RIGHT
                .replace("fip@fip1", "fip@no")
                .replace("<retry>1</retry>", "<retry>x</retry>")
                .replace("<target>svc1</target>", "<target>no</target>"));

        ConfigurationException e =
                catchThrowableOfType(ConfigurationException.class, () -> ClusterDefinition.read(file));

        assertThat(e.problems())
                .extracting(ConfigurationException.Problem::line)
                .containsExactly(11, 20, 29, 34);
        assertThat(e)
                .hasMessageContaining("11:3: group[web]/resource[fip@no]: there is no resource fip@no")
                .hasMessageContaining("29:30: resource/service[svc1]/act/retry: \"x\" must be a number, 0 to 99");
        assertThat(e.attempted()).isEqualTo("read clp.conf");
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        assertThat(catchThrowableOfType(
                                ConfigurationException.class, () -> ClusterDefinition.read(folder.resolve("none.conf")))
                        .problems())
                .singleElement()
                .satisfies(it -> assertThat(it.line()).isZero());
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("clp.conf"), text.getBytes(StandardCharsets.UTF_8));
    }
}
