package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.DiskStatus;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ServiceTimeoutException;
import io.clp.testkit.Act;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How IIS stops: in its way, by force where that was chosen, and what is told of a stop that hangs. */
class StoppingTest {
    @ParameterizedTest
    @CsvSource({"armLoad, ARMKILL WWWService", "netStart, net stop W3SVC", "iisReset, iisreset /stop"})
    void aStopThatHangsNamesTheServiceItsProcessAndWhatWasTried(String control, String tried) throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, control(control))) {
            web.iis.online(web.context());
            if (control.equals("iisReset")) {
                web.node.commands().when("iisreset", call -> 1); // it could not end the process either
            }
            web.node.service("W3SVC").hangOnStop();
            long process = web.node.services().query("W3SVC").processId();

            assertThatThrownBy(() -> web.iis.offline(web.context()))
                    .isInstanceOfSatisfying(ServiceTimeoutException.class, hang -> {
                        assertThat(hang.service()).isEqualTo("W3SVC");
                        assertThat(hang.processId()).hasValue(process);
                        assertThat(hang.tried()).startsWith(tried).hasSizeGreaterThan(1);
                        assertThat(hang.advice()).contains("forceStop(true)");
                        assertThat(hang.indeterminate()).isTrue();
                    });
            assertThat(web.state("ftpsvc")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.STOP_PENDING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"armLoad", "netStart"})
    void forceStopTerminatesWhatDoesNotStopBeforeTheDeadline(String control) throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, control(control), "10.0", it -> it.forceStop(true))) {
            web.iis.online(web.context());
            web.node.service("ftpsvc").hangOnStop();
            web.node.service("W3SVC").hangOnStop();
            ResourceContext context = web.context();

            web.iis.offline(context);

            assertThat(context.remaining()).isPositive();
            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.state("ftpsvc")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.recorder.lines)
                    .anyMatch(it -> it.startsWith("service W3SVC") && it.contains("its process is terminated"))
                    .anyMatch(it -> it.startsWith("service ftpsvc") && it.contains("its process is terminated"));
        }
    }

    @Test
    void forceStopLeavesAServiceThatStopsInTimeAlone() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad(), "10.0", it -> it.forceStop(true))) {
            web.iis.online(web.context());
            web.node.service("W3SVC").stopTakes(Duration.ofSeconds(90)); // as long as its worker processes may drain

            web.iis.offline(web.context());

            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.recorder.lines).noneMatch(it -> it.contains("terminated"));
        }
    }

    @Test
    void aServiceThatHangsLeavesTimeForTheNextOneToStopByItself() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad(), "10.0", it -> it.forceStop(true))) {
            web.iis.online(web.context());
            web.node.service("ftpsvc").hangOnStop();
            web.node.service("W3SVC").stopTakes(Duration.ofSeconds(30));

            web.iis.offline(web.context());

            assertThat(web.recorder.lines)
                    .filteredOn(it -> it.contains("its process is terminated"))
                    .singleElement()
                    .satisfies(it -> assertThat(it).startsWith("service ftpsvc"));
        }
    }

    @Test
    void forceStopDoesNotTerminateWhatRefusesToStop() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad(), "10.0", it -> it.forceStop(true))) {
            web.iis.online(web.context());
            web.node.service("W3SVC").refuse(5);

            assertThatThrownBy(() -> web.iis.offline(web.context()))
                    .isInstanceOf(ResourceException.class)
                    .isNotInstanceOf(ServiceTimeoutException.class);
            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"armLoad", "netStart", "iisReset"})
    void stopsAServiceThatRunsWithoutAWatch(String control) throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, control(control)).running("W3SVC", "ftpsvc")) {
            web.iis.offline(web.context());

            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.state("ftpsvc")).isEqualTo(ServiceState.STOPPED);
        }
    }

    @Test
    void aServiceThatRefusesToStopKeepsNoOtherFromStopping() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad())) {
            web.iis.online(web.context());
            web.node.service("ftpsvc").refuse(5);

            assertThatThrownBy(() -> web.iis.offline(web.context()))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining("ftpsvc");
            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.STOPPED);
        }
    }

    @Test
    void aDiskThatFailedIsToldAndStopsNothingFromStopping() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.netStart())) {
            web.iis.online(web.context());

            web.iis.offline(
                    web.recorder.of(web.started().diskStatus(DiskStatus.FAILURE).build()));

            assertThat(web.recorder.lines).anyMatch(it -> it.contains("it must not outlive its disk"));
            assertThat(web.iis.probe(web.context())).isEqualTo(Probe.offline());
        }
    }

    @Test
    void stoppingWhatIsStoppedAsksNoServiceForAnything() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad())) {
            web.iis.offline(web.context());

            assertThat(web.node.service("W3SVC").acts()).isEmpty();
            assertThat(web.node.service("ftpsvc").acts()).isEmpty();
        }
    }

    @Test
    void stopsTheIndexingServiceFirstAndStartsItLast() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.iisReset(), "10.0", it -> it.indexingService("CISVC"))) {
            web.iis.online(web.context());
            assertThat(web.state("CISVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.node.acts())
                    .filteredOn(it -> it.what().startsWith("start"))
                    .extracting(Act::subject)
                    .containsExactly("service W3SVC", "service ftpsvc", "service CISVC");

            web.iis.offline(web.context());

            assertThat(web.state("CISVC")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.recorder.commands())
                    .containsExactly(
                            "ARMBCAST iis.starting.home",
                            "net stop CISVC",
                            "iisreset /restart",
                            "net start CISVC",
                            "ARMBCAST iis.stopping.home",
                            "net stop CISVC",
                            "iisreset /stop");
        }
    }

    private static IisControl control(String name) {
        return switch (name) {
            case "armLoad" -> IisControl.armLoad();
            case "netStart" -> IisControl.netStart();
            default -> IisControl.iisReset();
        };
    }
}
