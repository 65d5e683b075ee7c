package io.clp.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.rehearse.arguments.UsageException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void showsAllFiguresWithArmloadWithoutOptions() throws UsageException {
        assertThat(parse(""))
                .isEqualTo(new Options(
                        List.of(Figure.values()), List.of(Strategy.ARMLOAD), "10", Locale.ENGLISH, 1, 1, false, false));
    }

    @Test
    void takesFiguresRepeatedOrAsAListAndShowsEachOnceInOrder() throws UsageException {
        assertThat(parse("--figure 6,2 --figure 4 --figure 2").figures())
                .containsExactly(Figure.FIGURE_2, Figure.FIGURE_4, Figure.FIGURE_6);
    }

    @Test
    void takesEveryOption() throws UsageException {
        Options options = parse("--strategy all --iis 7.5 --language ja --seed -7 --seeds 20 --planned --help");

        assertThat(options.strategies()).containsExactly(Strategy.values());
        assertThat(options.iis()).isEqualTo("7.5");
        assertThat(options.language()).isEqualTo(Locale.JAPANESE);
        assertThat(options.seed()).isEqualTo(-7);
        assertThat(options.seeds()).isEqualTo(20);
        assertThat(options.planned()).isTrue();
        assertThat(options.help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6.0,6.0", "7.5,7.5", "10,10.0"})
    void namesTheVersionAsANodeDoes(String option, String version) throws UsageException {
        assertThat(parse("--iis " + option).nodeVersion()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"armload,ARMLOAD", "net,NET", "iisreset,IISRESET"})
    void knowsTheThreeStrategies(String option, Strategy strategy) throws UsageException {
        assertThat(parse("--strategy " + option).strategies()).containsExactly(strategy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--figures 1",
                "figure",
                "--figure 0",
                "--figure 7",
                "--figure 1,",
                "--figure",
                "--strategy ARMLOAD",
                "--iis 9",
                "--language de",
                "--seed x",
                "--seeds 0",
                "--seeds 1000001"
            })
    void refusesWhatItDoesNotKnowAndNamesIt(String line) {
        String[] words = line.split(" ", -1);
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class).hasMessageContaining(words[0]);
    }

    private static Options parse(String line) throws UsageException {
        return Options.parse(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
    }
}
