package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.StopReport;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What was in doubt and is so no longer. */
class DoubtThatEndsTest {
    @Test
    void aCallThatHungAndCameBackBeforeTheStopEndedIsNoFailureOfTheStop() {
        Piece slow = new Piece("slow").offline(context -> context.timeline().sleep(SECOND.multipliedBy(8)));
        Piece app = new Piece("app");
        FailoverGroup web = Lab.group("web", slow, app);
        try (Lab lab = Lab.of(web)) {
            lab.start(web);
            Hang hang = new Hang(() -> lab.platform);
            app.probe(context -> {
                hang.run(context);
                return app.up() ? Probe.online() : Probe.offline();
            });
            lab.platform.timeline().after(SECOND.multipliedBy(6), hang::release);

            StopReport stopped = lab.stop(web);

            assertThat(stopped.outcome()).isEqualTo(Outcome.DONE);
            assertThat(stopped.failures()).isEmpty();
            assertThat(stopped.operations())
                    .extracting(Operation::outcome)
                    .as("the operation tells of it all the same")
                    .contains(Outcome.INDETERMINATE);
        }
    }

    @Test
    void aLaterProbeThatIsCertainEndsTheDoubtThatTheStopLeft() {
        AtomicBoolean certain = new AtomicBoolean();
        Piece app = new Piece("app");
        FailoverGroup web = Lab.group("web", app);
        try (Lab lab = Lab.of(web)) {
            lab.start(web);
            app.offline(context -> context.await("what never comes", SECOND, () -> false));
            app.probe(context -> certain.get() ? Probe.online() : Probe.unknown("in between"));
            lab.stopFails(web);
            assertThat(lab.state(web, "app")).isEqualTo(ResourceState.UNKNOWN);

            certain.set(true);
            lab.platform.settle();

            assertThat(lab.state(web, "app")).isEqualTo(ResourceState.OFFLINE_FAILURE);
        }
    }
}
