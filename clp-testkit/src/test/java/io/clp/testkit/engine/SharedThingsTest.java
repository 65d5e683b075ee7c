package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.platform.NodeThing;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Operations on one thing of the node run one after another, and the wait counts. */
class SharedThingsTest {
    private static final NodeThing LICENCE = NodeThing.named("licence");
    private static final NodeThing PORT = NodeThing.named("port 80");

    private final Piece app = new Piece("app").uses(LICENCE);
    private final Piece queue = new Piece("queue").uses(LICENCE);
    private final FailoverGroup web = Lab.group("web", app);
    private final FailoverGroup mq = Lab.group("mq", queue);

    @Test
    void runsOneAfterAnotherWhatUsesTheSameThing() {
        app.takes(SECOND.multipliedBy(3));
        queue.takes(SECOND.multipliedBy(4));
        try (Lab lab = Lab.of(web, mq)) {
            CompletableFuture<StartReport> one = lab.node.startAsync(web, StartCause.START);
            CompletableFuture<StartReport> other = lab.node.startAsync(mq, StartCause.START);
            lab.platform.advance(SECOND.multipliedBy(6));
            assertThat(one.isDone() ^ other.isDone()).isTrue();
            lab.platform.advance(SECOND);
            assertThat(CompletableFuture.allOf(one, other)).isCompleted();
        }
    }

    @Test
    void runsThemOneAfterAnotherWithinAGroupToo() {
        FailoverGroup both = Lab.group("both", app.takes(SECOND), queue.takes(SECOND));
        try (Lab lab = Lab.of(both)) {
            assertThat(lab.start(both).duration()).isEqualTo(SECOND.multipliedBy(2));
        }
    }

    @Test
    void countsTheWaitInsideTheDeadlineAndNamesTheThingAndItsHolder() {
        try (Lab lab = Lab.of(web, mq)) {
            app.online(new Hang(() -> lab.platform)); // has the licence, and never gives it back
            lab.node.startAsync(web, StartCause.START);
            lab.platform.advance(SECOND);

            GroupOperationException failed = lab.startFails(mq);

            assertThat(lab.now()).isLessThanOrEqualTo(SECOND.plus(lab.node.startLimit(mq)));
            assertThat(failed.report().failures().get(0).error())
                    .hasMessageContaining("NAMED licence")
                    .hasMessageContaining("group web");
            assertThat(queue.calls).isEmpty(); // it never began
            assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(lab.state(mq)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void givesTheThingBackWhenACallThatHungHasReturned() {
        try (Lab lab = Lab.of(web, mq)) {
            Hang hang = new Hang(() -> lab.platform);
            app.online(hang);
            lab.startFails(web);
            assertThat(lab.startFails(mq)).isNotNull();
            hang.release();
            lab.platform.settle();
            assertThat(lab.start(mq).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void keepsTheThingWhileAStopHangs() {
        try (Lab lab = Lab.of(web, mq)) {
            Hang hang = new Hang(() -> lab.platform);
            lab.start(web);
            app.offline(hang);
            lab.stopFails(web);
            assertThat(lab.startFails(mq)).hasMessageContaining("NAMED licence");
            assertThat(queue.calls).isEmpty();
            hang.release();
            lab.platform.settle();
            assertThat(lab.start(mq).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void probesWithoutWaitingForTheThing() {
        try (Lab lab = Lab.of(web, mq)) {
            app.online(new Hang(() -> lab.platform));
            lab.startFails(web);
            assertThat(lab.took(() -> lab.stop(mq))).isZero();
        }
    }

    @Test
    void takesSeveralThingsInOneOrderSoThatNobodyWaitsForEver() {
        for (long seed = 1; seed <= 100; seed++) {
            FailoverGroup one =
                    Lab.group("one", new Piece("a").uses(LICENCE, PORT).takes(SECOND));
            FailoverGroup two =
                    Lab.group("two", new Piece("b").uses(PORT, LICENCE).takes(SECOND));
            FailoverGroup three = Lab.group("three", new Piece("c").uses(PORT).takes(SECOND));
            try (Lab lab = Lab.on(FakePlatform.builder("SV1").seed(seed).build(), one, two, three)) {
                CompletableFuture<?> all = CompletableFuture.allOf(
                        lab.node.startAsync(one, StartCause.START),
                        lab.node.startAsync(two, StartCause.START),
                        lab.node.startAsync(three, StartCause.START));
                lab.platform.advance(Duration.ofSeconds(3));
                assertThat(all).as("seed %s", seed).isCompleted();
            }
        }
    }
}
