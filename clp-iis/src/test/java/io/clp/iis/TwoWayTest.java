package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.StartCause;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe;
import io.clp.resource.ResourceContext;
import io.clp.testkit.Act;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two groups share the IIS of a node: it restarts under the one when the other comes or goes. */
class TwoWayTest {
    private static final Duration STOP = Duration.ofSeconds(3);
    private static final Duration START = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"armLoad", "netStart", "iisReset"})
    void comingOnlineRestartsEveryServiceAndSaysForHowLong(String control) throws Exception {
        try (Iis web = shared(control)) {
            long www = process(web, "W3SVC");
            long ftp = process(web, "ftpsvc");

            web.iis.online(web.context());

            assertThat(process(web, "W3SVC")).isNotZero().isNotEqualTo(www);
            assertThat(process(web, "ftpsvc")).isNotZero().isNotEqualTo(ftp);
            assertThat(web.recorder.interruptions)
                    .extracting(Recorder.Interruption::service)
                    .containsExactlyInAnyOrder("W3SVC", "ftpsvc");
            assertThat(web.recorder.interruptions)
                    .filteredOn(it -> it.service().equals("W3SVC"))
                    .allSatisfy(it -> assertThat(it.duration()).isGreaterThanOrEqualTo(STOP.plus(START)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"armLoad", "netStart", "iisReset"})
    void goingOfflineStopsBeforeTheReleaseAndStartsAfterIt(String control) throws Exception {
        try (Iis web = shared(control)) {
            ResourceContext context = web.context();
            web.iis.offline(context);
            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.state("ftpsvc")).isEqualTo(ServiceState.STOPPED);
            assertThat(web.recorder.interruptions).isEmpty();
            web.node.advance(Duration.ofSeconds(7)); // the partition and the address are released

            web.iis.released(context);

            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.state("ftpsvc")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.recorder.interruptions)
                    .filteredOn(it -> it.service().equals("W3SVC"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.duration())
                            .isGreaterThanOrEqualTo(STOP.plusSeconds(7).plus(START)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"armLoad", "netStart", "iisReset"})
    void whatDependsOnIisAndStoppedWithItRunsAgain(String control) throws Exception {
        try (Iis web = shared(control)) {
            web.node.install("Portal").dependsOn("W3SVC");
            web.node.install("Reports").dependsOn("Portal");
            web.node.install("Idle").dependsOn("W3SVC");
            web.running("Portal", "Reports");

            ResourceContext context = web.context();
            web.iis.offline(context);
            assertThat(web.state("Portal")).isEqualTo(ServiceState.STOPPED);
            web.iis.released(context);

            assertThat(web.state("Portal")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.state("Reports")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.state("Idle")).isEqualTo(ServiceState.STOPPED);

            web.iis.online(context);
            assertThat(web.state("Reports")).isEqualTo(ServiceState.RUNNING);
        }
    }

    @Test
    void whatIisResetTookDownBesideIisRunsAgain() throws Exception {
        try (Iis web = shared("iisReset")) {
            web.node.install("NetPipeActivator").dependsOn("WAS");
            web.running("NetPipeActivator");

            web.iis.online(web.context());

            assertThat(web.state("NetPipeActivator")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.node.service("NetPipeActivator").acts())
                    .extracting(Act::what)
                    .anyMatch(it -> it.startsWith("stop"));
        }
    }

    @Test
    void aDependentThatDoesNotStartAgainIsToldAndFailsNothing() throws Exception {
        try (Iis web = shared("armLoad")) {
            web.node.install("Portal").dependsOn("W3SVC");
            web.running("Portal");
            web.node.service("Portal").failStart(1058);

            web.iis.online(web.context());

            assertThat(web.iis.probe(web.context())).isEqualTo(Probe.online());
            assertThat(web.recorder.lines)
                    .anyMatch(it -> it.startsWith("service Portal, stopped with IIS, does not run again"));
        }
    }

    @Test
    void aRunningServiceIsNoEvidenceOfWhoseItIs() throws Exception {
        try (Iis web = shared("armLoad")) {
            ResourceContext elsewhere =
                    web.started().diskStatus(DiskStatus.FAILURE).build();
            ResourceContext here = web.started().build();

            assertThat(web.iis.probe(elsewhere)).isEqualTo(Probe.offline());
            assertThat(web.iis.probe(here)).isEqualTo(Probe.online());
        }
    }

    @Test
    void aGroupWithoutPartitionAndAddressIsOnlineOnlyWhereItWasBroughtOnline() throws Exception {
        IisResource iis = IisResource.builder("iis")
                .services(IisService.WWW)
                .control(IisControl.armLoad())
                .standby(Standby.TWO_WAY)
                .build();
        FailoverGroup bare =
                FailoverGroup.builder("bare").nodes("SV1", "SV2").resource(iis).build();
        try (FakePlatform node = FakePlatform.builder("SV1").provide(bare).build()) {
            ResourceContext context =
                    node.context(bare, "iis").startCause(StartCause.START).build();
            node.services().start("W3SVC");
            node.settle();
            assertThat(iis.probe(context)).isEqualTo(Probe.offline());

            iis.online(context);
            assertThat(iis.probe(context)).isEqualTo(Probe.online());

            iis.offline(context);
            iis.released(context);
            assertThat(node.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(iis.probe(context)).isEqualTo(Probe.offline());
        }
    }

    @Test
    void aServiceOnItsWayIsUnknownAndHalfOfThemIsAFailure() throws Exception {
        try (Iis web = shared("armLoad")) {
            web.node.services().stop("W3SVC");
            assertThat(web.iis.probe(web.context()).state()).isEqualTo(Probe.State.UNKNOWN);
            web.node.settle();
            assertThat(web.iis.probe(web.context()).state()).isEqualTo(Probe.State.FAILED);
            assertThat(web.iis.probe(web.context()).detail()).isEqualTo("W3SVC STOPPED, ftpsvc RUNNING");
        }
    }

    @Test
    void outsideAClusterNothingIsStartedAfterTheRelease() throws Exception {
        try (Iis web = Iis.of(Standby.TWO_WAY, IisControl.armLoad())) {
            web.iis.released(web.node.context(web.group, "iis").build());

            assertThat(web.node.acts()).isEmpty();
        }
    }

    @Test
    void oneWayStandbyStartsNothingAfterTheRelease() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad())) {
            web.iis.released(web.context());

            assertThat(web.node.acts()).isEmpty();
        }
    }

    /** A node on which another group has IIS running. */
    private static Iis shared(String name) {
        IisControl control =
                switch (name) {
                    case "armLoad" -> IisControl.armLoad();
                    case "netStart" -> IisControl.netStart();
                    default -> IisControl.iisReset();
                };
        Iis web = Iis.of(Standby.TWO_WAY, control).running("W3SVC", "ftpsvc");
        web.node.service("W3SVC").stopTakes(STOP).startTakes(START);
        return web;
    }

    private static long process(Iis web, String service) {
        return web.node.services().query(service).processId();
    }
}
