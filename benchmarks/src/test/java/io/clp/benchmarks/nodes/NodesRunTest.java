package io.clp.benchmarks.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodesRunTest {
    @Test
    void runsEveryScenarioWhereNoneIsChosen() {
        assertThat(NodesRun.scenarios(List.of())).hasSize(6).allSatisfy(it -> assertThat(
                        Scenario.of(it.words().get(0), it.words().get(1)))
                .isEqualTo(it));
    }

    @Test
    void wordsChooseScenarios() {
        assertThat(NodesRun.scenarios(List.of("one-way"))).hasSize(3);
        assertThat(NodesRun.scenarios(List.of("net", "iisreset"))).hasSize(4);
        assertThat(NodesRun.scenarios(List.of("two-way", "net")))
                .extracting(Scenario::toString)
                .containsExactly("two-way net");
    }

    @Test
    void refusesAWordThatIsNone() {
        assertThatThrownBy(() -> NodesRun.scenarios(List.of("three-way")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("three-way");
    }
}
