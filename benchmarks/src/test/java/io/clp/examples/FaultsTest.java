package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.testkit.FaultTrial;
import io.clp.testkit.Latencies;
import io.clp.testkit.SwitchoverStudy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many runs: disturbances drawn from seeds, and downtimes. */
class FaultsTest {
    private final FailoverGroup web = OneWayStandby.web();

    @Test
    void whateverHappensOneNodeHasTheSite() {
        FaultTrial trial = FaultTrial.of(web).cluster(it -> it.latencies(Latencies.windowsServer()));
        for (long seed = 1; seed <= 20; seed++) {
            trial.check(seed); // fails with the smallest schedule that still fails, and a test that replays it
        }
    }

    @Test
    void aSwitchoverTakesSeconds() {
        SwitchoverStudy study = SwitchoverStudy.of(web)
                .latencies(Latencies.windowsServer())
                .seeds(50)
                .run();
        assertThat(study.downtime(50)).isLessThan(Duration.ofSeconds(10));
        assertThat(study.downtime(99)).isLessThan(Duration.ofSeconds(30));
        assertThat(study.slowest().criticalPath()).isNotEmpty(); // what to make faster
    }
}
