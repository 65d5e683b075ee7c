package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.resource.FloatingIp;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;
import io.clp.resource.ScriptResource;
import io.clp.resource.WaitTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What may be concluded of scripts, which leave nothing that Windows shows. */
class ScriptStateTest {
    @Test
    void offlineIsWhatRestsOnAPartitionThatIsOffline() throws Exception {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.stop(scripts.web);
            assertThat(scripts.lab.state(scripts.web)).isEqualTo(GroupState.OFFLINE);
            assertThat(scripts.probe()).isEqualTo(Probe.offline());
            assertThat(scripts.ran).isEmpty();
        }
    }

    @Test
    void onlineAndOfflineAreRememberedWithinOneProcess() throws Exception {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.start(scripts.web);
            assertThat(scripts.probe()).isEqualTo(Probe.online());
            scripts.lab.stop(scripts.web);
            assertThat(scripts.probe()).isEqualTo(Probe.offline());
        }
    }

    @Test
    void anotherProcessKnowsNeitherWhereThePartitionIsOnline() throws Exception {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.lab.restartProcess();
            scripts.lab.node.probeAsync(
                    scripts.web, scripts.web.resource("content").id());
            assertThat(scripts.probe().state()).isEqualTo(Probe.State.UNKNOWN);
            assertThat(scripts.lab.state(scripts.web)).isNotEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void whatAnotherProcessLeftIsStoppedBeforeItIsStartedAgain() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.lab.restartProcess();
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.ran)
                    .containsExactly(
                            "START.BAT START SUCCESS",
                            "STOP.BAT START SUCCESS RESOURCERESTART",
                            "START.BAT START SUCCESS");
        }
    }

    @Test
    void whatAnotherProcessLeftIsStoppedWithTheGroup() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.lab.restartProcess();
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.ran).last().isEqualTo("STOP.BAT START SUCCESS GROUPSTOP");
            assertThat(scripts.volume().mounted()).isFalse();
        }
    }

    @Test
    void afterAPowerCutThereIsNothingToStop() {
        try (Scripts scripts = Scripts.of(it -> it)) {
            scripts.lab.start(scripts.web);
            scripts.lab.platform.powerOff();
            scripts.lab.platform.boot();
            scripts.lab.newController();
            scripts.ran.clear();
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.ran).containsExactly("START.BAT START SUCCESS");
        }
    }

    @Test
    void whatRestsOnNothingIsUnknownUntilAScriptHasRun() {
        FailoverGroup alone = Lab.group(
                "alone", ScriptResource.builder("script").directory("C:\\s").build());
        try (Lab lab = Lab.of(alone)) {
            lab.platform.commands().when("start.bat", call -> 0);
            lab.platform.commands().when("stop.bat", call -> 0);
            assertThat(lab.stop(alone).outcome()).isEqualTo(Outcome.DONE);
            assertThat(lab.state(alone)).isEqualTo(GroupState.OFFLINE);
            lab.start(alone);
            assertThat(lab.platform.commands().calls("stop.bat")).hasSize(1);
        }
    }

    @Test
    void whatRestsOnAnAddressThatIsOfflineIsOffline() {
        FailoverGroup group = Lab.group(
                "fip",
                FloatingIp.builder("fip").address("10.0.0.10/24").build(),
                ScriptResource.builder("script").directory("C:\\s").build());
        try (Lab lab = Lab.of(group)) {
            assertThat(lab.stop(group).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(lab.state(group)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void aProbeOfOnesOwnDecidesAcrossProcesses() throws Exception {
        AtomicReference<Probe> app = new AtomicReference<>(Probe.offline());
        try (Scripts scripts = Scripts.of(it -> it.probe(context -> app.get()))) {
            scripts.start(call -> {
                app.set(Probe.online());
                return 0;
            });
            scripts.stop(call -> {
                app.set(Probe.offline());
                return 0;
            });
            scripts.lab.start(scripts.web);
            scripts.lab.restartProcess();
            assertThat(scripts.lab.start(scripts.web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(scripts.ran).hasSize(1);
            app.set(Probe.failed("crashed"));
            assertThat(scripts.probe()).isEqualTo(Probe.failed("crashed"));
            assertThat(scripts.lab.stop(scripts.web).outcome()).isEqualTo(Outcome.DONE);
            assertThat(scripts.ran).hasSize(2);
        }
    }

    @Test
    void anOperationWaitsUntilTheProbeOfOnesOwnAgrees() {
        AtomicReference<Probe> app = new AtomicReference<>(Probe.offline());
        try (Scripts scripts = Scripts.of(it -> it.probe(context -> app.get()))) {
            scripts.start(call -> {
                scripts.lab.platform.timeline().after(Duration.ofSeconds(3), () -> app.set(Probe.online()));
                return 0;
            });
            assertThat(scripts.lab.start(scripts.web).duration()).isEqualTo(Duration.ofSeconds(3));
            assertThat(scripts.lab
                            .stopFails(scripts.web)
                            .report()
                            .failures()
                            .get(0)
                            .error())
                    .isInstanceOf(WaitTimeoutException.class)
                    .hasMessageContaining("to say OFFLINE after stop.bat");
            assertThat(scripts.lab.state(scripts.web, "script")).isNotEqualTo(ResourceState.OFFLINE);
            assertThat(scripts.volume().mounted()).isTrue();
        }
    }
}
