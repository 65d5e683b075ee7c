package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultTextTest {
    @Test
    void whatWasMeasuredOnWineIsKeptWhenThePageIsWrittenAnew() {
        String page = "# Results\n\nold\n\n## The Windows backend, on Wine\n\n| a |\n";
        assertThat(ResultText.ofWindows(page)).isEqualTo("\n## The Windows backend, on Wine\n\n| a |\n");
        assertThat(ResultText.ofWindows("# Results\n")).isEmpty();
    }
}
