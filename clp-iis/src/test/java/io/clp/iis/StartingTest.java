package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.DiskStatus;
import io.clp.ResourceId;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException;
import io.clp.watch.WatchPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How IIS starts: which services, by which names, and that their state decides and not what a command says. */
class StartingTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "6.0, -, MSFTPSVC, MSFTPSVC",
                "7.0, -, MSFTPSVC, MSFTPSVC",
                "7.0, -, ftpsvc, ftpsvc",
                "7.5, -, ftpsvc, ftpsvc",
                "10.0, -, ftpsvc, ftpsvc",
                "11.0, -, ftpsvc, ftpsvc",
                "'', -, MSFTPSVC, MSFTPSVC",
                "'', -, ftpsvc, ftpsvc",
                "10.0, IIS_6_0, MSFTPSVC, MSFTPSVC",
                "6.0, IIS_7_5, ftpsvc, ftpsvc"
            })
    void theFtpServiceIsTheVersionsOrTheOneThatExists(String ofNode, IisVersion said, String installed, String expected)
            throws Exception {
        IisServices.Named ftp = new IisServices.Named("FTPService", expected);
        try (FtpNode node = new FtpNode(ofNode, said, installed)) {
            assertThat(node.services()).containsExactly(ftp);
        }
    }

    @Test
    void aFtpServiceThatIsNotInstalledIsNamedInTheError() throws Exception {
        try (FtpNode node = new FtpNode("", null, "Spooler")) {
            assertThatThrownBy(node::online)
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining("MSFTPSVC");
        }
    }

    @Test
    void iisResetIsFollowedByWhatItLeavesOut() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.iisReset())) {
            web.node.commands().when("iisreset", call -> 0); // covers nothing at all, and says that all is well

            web.iis.online(web.context());

            assertThat(web.state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.state("ftpsvc")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.node.commands().calls("iisreset")).singleElement().satisfies(it -> assertThat(it.command())
                    .containsExactly("iisreset", "/restart"));
        }
    }

    @Test
    void iisResetSaysThatItTerminates() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.iisReset())) {
            web.iis.online(web.context());

            assertThat(web.recorder.lines)
                    .contains("iisreset terminates what does not stop in time, as was chosen with it");
        }
    }

    @Test
    void ftpThatIisResetLeftRunningIsRestartedSoThatItOpensItsContent() throws Exception {
        try (Iis web = Iis.of(Standby.TWO_WAY, IisControl.iisReset()).running("W3SVC", "ftpsvc")) {
            long before = web.node.services().query("ftpsvc").processId();

            web.iis.online(web.context());

            assertThat(web.state("ftpsvc")).isEqualTo(ServiceState.RUNNING);
            assertThat(web.node.services().query("ftpsvc").processId()).isNotEqualTo(before);
        }
    }

    @Test
    void theStateOfTheServiceDecidesWhateverTheCommandSays() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.netStart())) {
            web.node.commands().when("net", call -> {
                call.prints("it cannot be done");
                return 2;
            });

            web.iis.online(web.context());

            assertThat(web.iis.probe(web.context())).isEqualTo(Probe.online());
            assertThat(web.recorder.lines).contains("net start W3SVC: exit code 2: it cannot be done");
        }
    }

    @Test
    void aCommandThatHangsIsEndedInTimeForTheServiceControlManager() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.netStart())) {
            web.node.commands().when("net", call -> {
                call.hangs();
                return 0;
            });

            web.iis.online(web.context());

            assertThat(web.iis.probe(web.context())).isEqualTo(Probe.online());
            assertThat(web.recorder.lines).anyMatch(it -> it.startsWith("net start W3SVC: not done after"));
        }
    }

    @Test
    void ownControlsRunTheirCommandsAndTheServicesFollow() throws Exception {
        IisControl own = (phase, standby, services) ->
                List.of(new IisStep.Command(List.of("appcmd", phase == IisPhase.OFFLINE ? "stop" : "start", "site")));
        try (Iis web = Iis.of(Standby.ONE_WAY, own)) {
            web.node.commands().when("appcmd", call -> 0);

            web.iis.online(web.context());
            assertThat(web.iis.probe(web.context())).isEqualTo(Probe.online());
            web.iis.offline(web.context());

            assertThat(web.iis.probe(web.context())).isEqualTo(Probe.offline());
            assertThat(web.node.commands().calls("appcmd"))
                    .extracting(it -> it.command().get(1))
                    .containsExactly("start", "stop");
        }
    }

    @Test
    void aRunningServiceIsAnErrorWhereThePolicySaysSo() throws Exception {
        IisControl strict =
                IisControl.armLoad(WatchPolicy.builder().failIfRunning().build());
        try (Iis web = Iis.of(Standby.ONE_WAY, strict).running("W3SVC")) {
            assertThatThrownBy(() -> web.iis.online(web.context()))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining("W3SVC");
        }
    }

    @Test
    void aDiskThatFailedIsToldAndNothingIsTouched() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad())) {
            web.iis.onlineBlocked(
                    web.recorder.of(web.started().diskStatus(DiskStatus.FAILURE).build()), ResourceId.of("content"));

            assertThat(web.recorder.lines).startsWith("ARMBCAST " + IisMessages.PARTITION_NOT_CONNECTED);
            assertThat(web.node.acts()).isEmpty();
        }
    }

    @Test
    void anAddressThatFailedIsNoFailureOfTheDisk() throws Exception {
        try (Iis web = Iis.of(Standby.ONE_WAY, IisControl.armLoad())) {
            web.iis.onlineBlocked(web.context(), ResourceId.of("fip"));

            assertThat(web.recorder.commands()).isEmpty();
            assertThat(web.node.acts()).isEmpty();
        }
    }
}
