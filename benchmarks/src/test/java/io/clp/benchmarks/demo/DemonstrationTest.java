package io.clp.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationTest {
    @ParameterizedTest
    @EnumSource(Figure.class)
    void endsWithEveryGroupOnlineAndReachable(Figure figure) {
        for (String how : new String[] {"", " --planned"}) {
            Shown shown = Shown.of("--strategy all --figure " + figure.number() + how);

            int runs = 3 * (figure.twoWay() ? 2 : 1);
            assertThat(shown.exitCode()).isZero();
            assertThat(shown.out().lines().filter(it -> it.endsWith("; its address leads there")))
                    .hasSize(runs);
            assertThat(shown.out()).contains("Figure " + figure.number() + ": ");
            assertThat(shown.out().lines().filter(it -> it.startsWith("down for ")))
                    .hasSize(3 * (figure.taken().size() + (figure.restored() ? 1 : 0)));
        }
    }

    @Test
    void goesThroughTheChainOfNodes() {
        String out = Shown.of("--figure 2").out();

        assertThat(out)
                .containsSubsequence(
                        "SV1 loses its power, SV2 takes over",
                        "SV2 loses its power, SV3 takes over",
                        "SV3 loses its power, SV4 takes over",
                        "group is ONLINE on SV4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--strategy armload", "--strategy net", "--strategy iisreset"})
    void saysHowLongTheSurvivingSiteWasInterrupted(String strategy) {
        assertThat(Shown.of("--figure 6 " + strategy).out())
                .containsPattern("group2 was without W3SVC for [0-9.]+ s")
                .containsPattern("group2 was without ftpsvc for [0-9.]+ s");
        assertThat(Shown.of("--figure 4 " + strategy).out()).doesNotContain("was without");
    }

    @Test
    void speaksTheLanguageThatWasAskedFor() {
        assertThat(Shown.of("--figure 4 --language ja").out())
                .contains("図 4 フェイルオーバ後(SV1ダウン)")
                .contains("ARMBCAST /MSG \"プライオリティサーバ以外で起動中です(フェイルオーバ後)\" /A")
                .doesNotContain("starting on");
        assertThat(Shown.of("--figure 4").out())
                .contains("starting on a server other than the priority server (after failover)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.0", "7.0"})
    void namesTheFtpServiceOfTheVersion(String version) {
        assertThat(Shown.of("--figure 3 --iis " + version).out())
                .contains("ARMLOAD FTPService /S MSFTPSVC")
                .doesNotContain("ftpsvc");
    }

    @Test
    void repeatsOverSeedsWithProgressAndPercentiles() {
        Shown shown = Shown.of("--figure 6 --seeds 20 --seed 3");

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.err().lines()).hasSize(11).contains("  2 of 20 seeds", "  20 of 20 seeds");
        assertThat(shown.out())
                .contains("seeds 3 to 22", "down: group1 fails over", "group2 was without W3SVC", "(seed ");
    }

    @Test
    void anotherSeedIsAnotherRunAndTheSameIsTheSame() {
        assertThat(Shown.of("--figure 4 --seed 2")).isEqualTo(Shown.of("--figure 4 --seed 2"));
        assertThat(Shown.of("--figure 4 --seed 2").out())
                .isNotEqualTo(Shown.of("--figure 4 --seed 3").out().replace("seed 3", "seed 2"));
    }

    @Test
    void printsUsageAndExitsWithTwoWhereItDoesNotUnderstand() {
        Shown shown = Shown.of("--figure 1 --fast");

        assertThat(shown.exitCode()).isEqualTo(2);
        assertThat(shown.out()).isEmpty();
        assertThat(shown.err()).startsWith("unknown option: --fast").contains("usage:", "--strategy S");
    }

    @Test
    void printsUsageOnRequest() {
        assertThat(Shown.of("--help")).isEqualTo(new Shown(0, Usage.TEXT, ""));
    }
}
