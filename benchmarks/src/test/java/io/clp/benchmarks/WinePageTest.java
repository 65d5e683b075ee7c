package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WinePageTest {
    private static final String OTHERS = "# Results\n\nold\n\n";
    private static final List<String> MACHINE = List.of("CPU: 2", "Wine 8");

    @Test
    void whatWasMeasuredOnWineIsKeptWhenThePageIsWrittenAnew() {
        String section = "## The Windows backend, on Wine\n\n| a |\n";
        assertThat(WinePage.sectionOf(OTHERS + section)).isEqualTo("\n" + section);
        assertThat(WinePage.sectionOf("# Results\n")).isEmpty();
    }

    @Test
    void aRowTakesThePlaceOfTheOneOfTheSameJobAndTheOthersStay() {
        String first = WinePage.merged(OTHERS, MACHINE, List.of("| start | 10 | 3 | |", "| stop | 10 | 4 | |"), "aaa");

        String second = WinePage.merged(
                first, List.of("CPU: 4"), List.of("| start | 10 | 5 | peer |", "| kill | none | 7 | |"), "bbb");

        assertThat(second)
                .startsWith(OTHERS + "\n## The Windows backend, on Wine\n")
                .contains("- CPU: 4\n")
                .doesNotContain("Wine 8")
                .endsWith("""
                        |---|---|---|---|---|
                        | start | 10 | 5 | peer | bbb |
                        | stop | 10 | 4 | | aaa |
                        | kill | none | 7 | | bbb |
                        """);
        assertThat(second.indexOf("## The Windows")).isEqualTo(second.lastIndexOf("## The Windows"));
    }

    @Test
    void theHeadOfATableAndWhatElseIsSaidAreNoRows() {
        assertThat(List.of("| job | limit | measured | peer, same run |", "|---|---|", "lab: done", ""))
                .noneMatch(WinePage::isRow);
        assertThat(WinePage.isRow("| one | 2 | 3 | |")).isTrue();
    }
}
