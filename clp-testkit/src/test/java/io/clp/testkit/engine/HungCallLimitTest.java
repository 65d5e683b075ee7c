package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.DefinitionException;
import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that has lost too many calls to hangs starts nothing more and says so; stopping and looking go on. */
class HungCallLimitTest {
    private final Piece app = new Piece("app");
    private final Piece queue = new Piece("queue");
    private final Piece mail = new Piece("mail");
    private final FailoverGroup web = Lab.group("web", app);
    private final FailoverGroup mq = Lab.group("mq", queue);
    private final FailoverGroup smtp = Lab.group("smtp", mail);
    private final Lab lab = Lab.of(builder -> builder.hungCallLimit(1), web, mq, smtp);
    private final Hang hang = new Hang(() -> lab.platform);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void startsNothingAtTheLimitAndSaysWhy() {
        lab.start(mq);
        app.online(hang);
        lab.startFails(web);

        GroupOperationException refused = lab.startFails(smtp);

        assertThat(refused.report().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused).hasMessageContaining("starts nothing more");
        assertThat(mail.calls).isEmpty();
        assertThatThrownBy(() -> lab.node.restart(mq, ResourceId.of("queue")))
                .hasMessageContaining("starts nothing more");
        assertThat(queue.up()).isTrue();
    }

    @Test
    void goesOnStoppingAndLookingAtTheLimit() {
        lab.start(mq);
        app.online(hang);
        lab.startFails(web);
        assertThat(lab.stop(mq).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.stop(smtp).outcome()).isEqualTo(Outcome.NOTHING_TO_DO); // probed
        assertThat(lab.state(smtp)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void startsAgainOnceACallHasComeBack() {
        app.online(hang);
        lab.startFails(web);
        hang.release();
        lab.platform.settle();
        assertThat(lab.start(smtp).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void hasALimitWithinItsRange() {
        for (int limit : new int[] {0, -1, 1_001}) {
            GroupController.Builder builder =
                    GroupController.builder(lab.platform).hungCallLimit(limit);
            assertThatThrownBy(builder::build)
                    .isInstanceOf(DefinitionException.class)
                    .hasMessageContaining(String.valueOf(limit));
        }
    }
}
