package io.clp.benchmarks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.Operation;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.benchmarks.demo.Strategy;
import io.clp.iis.Standby;
import io.clp.testkit.FakePlatform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final FailoverGroup GROUP =
            new Scenario(Standby.ONE_WAY, Strategy.ARMLOAD).groups().get(0);

    @Test
    void comesOutAsItWentIn() {
        try (FakePlatform node = FakePlatform.builder("SV1").provide(GROUP).build();
                GroupController controller =
                        GroupController.builder(node).groups(GROUP).build()) {
            StartReport report = controller.start(GROUP, StartCause.FAILOVER);
            List<String> lines = Answer.lines(report, "what went wrong, \u5168\u90e8");
            assertThat(lines).allMatch(it -> !it.contains("\n"));
            assertThat(lines.stream().filter(Answer::isLast)).containsExactly(lines.get(lines.size() - 1));
            Answer answer = Answer.of(lines);
            assertThat(answer.group()).isEqualTo(GROUP.id());
            assertThat(answer.outcome()).isEqualTo(report.outcome());
            assertThat(answer.duration()).isEqualTo(report.duration());
            assertThat(answer.message()).isEqualTo("what went wrong, \u5168\u90e8");
            assertThat(Answer.wrong("start", Optional.of(answer))).isEmpty();
            assertThat(Answer.wrong("start", Optional.empty())).contains("start: the process died");
            assertThat(answer.operations()).hasSameSizeAs(report.operations());
            for (int i = 0; i < report.operations().size(); i++) {
                assertSame(answer.operations().get(i), report.operations().get(i));
            }
            assertThat(answer.criticalPath().stream().map(Operation::resource))
                    .containsExactlyElementsOf(report.criticalPath().stream()
                            .map(Operation::resource)
                            .toList());
        }
    }

    private static void assertSame(Operation actual, Operation expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .comparingOnlyFields("resource", "kind", "attempt", "outcome")
                .isEqualTo(expected);
        assertThat(actual.startedAt()).isEqualTo(expected.startedAt());
        assertThat(actual.duration()).isEqualTo(expected.duration());
        assertThat(actual.log()).isEqualTo(expected.log());
    }
}
