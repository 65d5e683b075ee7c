package io.clp.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.NodeId;
import io.clp.rehearse.arguments.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void aFileAloneIsEnough() throws UsageException {
        assertThat(parse("clp.conf"))
                .contains(new Options(
                        Path.of("clp.conf"),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        "10.0",
                        OptionalInt.empty(),
                        1,
                        false,
                        false,
                        false,
                        false,
                        Optional.empty()));
    }

    @Test
    void takesEveryOption() throws UsageException {
        assertThat(parse(
                        "--scripts s --group a --group b --fail disk --fail SV1 --iis 7.5 --prefix 20 --seed -7 --report"
                                + " --java --lint --take-offers --html p.html clp.conf"))
                .contains(new Options(
                        Path.of("clp.conf"),
                        Optional.of(Path.of("s")),
                        List.of("a", "b"),
                        List.of("disk", "SV1"),
                        "7.5",
                        OptionalInt.of(20),
                        -7,
                        true,
                        true,
                        true,
                        true,
                        Optional.of(Path.of("p.html"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "clp.conf --help"})
    void showsTheUsageOnRequest(String arguments) throws UsageException {
        assertThat(parse(arguments)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lint              | which clp.conf",
                "a b                 | one clp.conf",
                "clp.conf --no-such  | unknown option: --no-such",
                "clp.conf --iis 9    | --iis is one of 6.0",
                "clp.conf --prefix 0 | --prefix is a whole number from 1 to 32",
                "clp.conf --seed x   | --seed is a whole number",
                "clp.conf --html     | --html needs a value",
                "a\0b                | not a path",
            })
    void saysWhatItDoesNotUnderstand(String arguments, String message) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aServerADiskOrServicesFail() throws UsageException {
        List<NodeId> nodes = List.of(NodeId.of("SV1"), NodeId.of("SV2"));
        assertThat(Failing.of("sv2", nodes)).isEqualTo(new Failing.Power("SV2"));
        assertThat(Failing.of("DISK", nodes)).isEqualTo(new Failing.Disk());
        assertThat(Failing.of("service", nodes)).isEqualTo(new Failing.Service(Optional.empty()));
        assertThat(Failing.of("service:W3SVC", nodes)).isEqualTo(new Failing.Service(Optional.of("W3SVC")));
        assertThatThrownBy(() -> Failing.of("SV3", nodes))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("SV1")
                .hasMessageContaining("SV3");
    }

    private static Optional<Options> parse(String arguments) throws UsageException {
        return Options.parse(List.of(arguments.strip().split(" +")));
    }
}
