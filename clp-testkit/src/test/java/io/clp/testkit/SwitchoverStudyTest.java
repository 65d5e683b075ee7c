package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.resource.ServiceResource;
import io.clp.resource.VirtualIp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SwitchoverStudyTest {
    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build())
            .resource(ServiceResource.builder("www").service("W3SVC").build())
            .build();
    private final Latencies spread = Latencies.none()
            .serviceStop(Latency.fixed(Duration.ofSeconds(1)))
            .serviceStart(Latency.between(Duration.ofSeconds(2), Duration.ofSeconds(4)));

    @Test
    void percentilesLieWithinWhatTheLatenciesAllow() {
        SwitchoverStudy study =
                SwitchoverStudy.of(web).latencies(spread).seeds(200).run();
        assertThat(study.downtime(1)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_200));
        assertThat(study.downtime(50)).isBetween(Duration.ofMillis(3_700), Duration.ofMillis(4_300));
        assertThat(study.downtime(99)).isBetween(Duration.ofMillis(4_800), Duration.ofSeconds(5));
        assertThat(study.downtime(100)).isEqualTo(study.slowest().downtime());
        assertThat(study.slowest().criticalPath()).isNotEmpty();
        assertThat(study.slowest().start()).isPresent();
        assertThat(study.toString()).startsWith("200 switchovers, down for PT").contains("seed " + study.slowestSeed());
    }

    @Test
    void theSlowestSeedRepeatsTheSlowestRun() {
        SwitchoverStudy study = SwitchoverStudy.of(web).seeds(30).run();
        SwitchoverStudy again =
                SwitchoverStudy.of(web).firstSeed(study.slowestSeed()).seeds(1).run();
        assertThat(again.slowest().downtime()).isEqualTo(study.slowest().downtime());
        assertThat(again.slowest().toString()).isEqualTo(study.slowest().toString());
        assertThat(again.downtime(1)).isEqualTo(again.downtime(100));
    }

    @Test
    void refusesWhatMakesNoSense() {
        FailoverGroup alone = FailoverGroup.builder("alone")
                .nodes("SV1")
                .resource(ServiceResource.builder("www").service("W3SVC").build())
                .build();
        assertThatThrownBy(() -> SwitchoverStudy.of(alone)).hasMessageContaining("no second node");
        assertThatThrownBy(() -> SwitchoverStudy.of(web).seeds(0)).hasMessageContaining("at least 1");
        SwitchoverStudy study = SwitchoverStudy.of(web).seeds(1).run();
        assertThatThrownBy(() -> study.downtime(0)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> study.downtime(101)).hasMessageContaining("1 to 100");
    }
}
