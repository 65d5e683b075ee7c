package io.clp.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.internal.script.ScriptedService;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceState;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SupervisionTest {
    private final WatchNode node = new WatchNode();
    private final ScriptedService web = node.scm.install("W3SVC");

    @Test
    void startsAgainWhatEndedAbnormally() throws Exception {
        node.load("WWWService", "W3SVC");
        web.ends(1067);
        node.seconds(3);
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.told).containsExactly("restarted WWWService W3SVC 1");
    }

    @Test
    void leavesStoppedWhatSomebodyStoppedAndSupervisesItWhenItRunsAgain() throws Exception {
        node.load("WWWService", "W3SVC");
        web.stop();
        node.seconds(100);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        web.start();
        node.seconds(5);
        web.ends(1067);
        node.seconds(5);
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void failsOnceTheRestartsAreUsedUp() throws Exception {
        node.load("WWWService", "W3SVC");
        for (int i = 0; i < 4; i++) {
            web.ends(1067);
            node.seconds(5);
        }
        assertThat(node.told)
                .containsExactly(
                        "restarted WWWService W3SVC 1",
                        "restarted WWWService W3SVC 2",
                        "restarted WWWService W3SVC 3",
                        "failed WWWService W3SVC: service W3SVC ended abnormally with exit code 1067"
                                + " ERROR_PROCESS_ABORTED after 3 restarts");
        assertThat(node.listed()).containsKey("WWWService");
        node.seconds(100);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(node.told).hasSize(4);
    }

    @Test
    void failsAtOnceWhereItMayNotRestart() throws Exception {
        node.load("WWWService", "W3SVC", WatchPolicy.builder().restarts(0).build());
        web.ends(1067);
        node.seconds(2);
        assertThat(node.told).singleElement().asString().startsWith("failed WWWService");
        assertThat(node.scm.acts()).containsExactly("start W3SVC");
    }

    @Test
    void countsARestartThatDoesNotReachRunning() throws Exception {
        node.load("WWWService", "W3SVC");
        web.failsToStart(0).failsToStart(1066).answers(Kind.REFUSED, 1069).ends(1067);
        node.seconds(20);
        assertThat(node.told).singleElement().asString().contains("after 3 restarts");
        assertThat(node.scm.acts()).hasSize(4);
    }

    @Test
    void triesAgainUntilItRuns() throws Exception {
        node.load("WWWService", "W3SVC");
        web.failsToStart(0).failsToStart(0).ends(1067);
        node.seconds(20);
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.told).containsExactly("restarted WWWService W3SVC 3");
    }

    @Test
    void countsFromZeroAfterAQuietTime() throws Exception {
        node.load(
                "WWWService",
                "W3SVC",
                WatchPolicy.builder()
                        .restarts(1)
                        .resetAfter(Duration.ofHours(1))
                        .build());
        for (int i = 0; i < 5; i++) {
            web.ends(1067);
            node.timeline.advance(Duration.ofMinutes(61));
        }
        assertThat(node.told).hasSize(5).containsOnly("restarted WWWService W3SVC 1");
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void beginsAnewWhereAFailedWatchIsLoadedAgain() throws Exception {
        node.load("WWWService", "W3SVC", WatchPolicy.builder().restarts(0).build());
        web.ends(1067);
        node.seconds(2);
        node.load("WWWService", "W3SVC");
        web.ends(1067);
        node.seconds(5);
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.told).hasSize(2).contains("restarted WWWService W3SVC 1");
    }

    @Test
    void looksOnceASecondAtEachWatch() throws Exception {
        node.load("WWWService", "W3SVC");
        node.load("Again", "W3SVC");
        int before = node.scm.queries();
        node.seconds(60);
        assertThat(node.scm.queries() - before).isEqualTo(120);
    }

    @Test
    void restartsOnceForTwoWatchesOfOneService() throws Exception {
        node.load("One", "W3SVC");
        node.load("Two", "W3SVC");
        web.startCallTakes(Duration.ofSeconds(3)).ends(1067);
        node.seconds(10);
        assertThat(node.told).hasSize(1);
        assertThat(node.scm.acts()).containsExactly("start W3SVC", "start W3SVC");
    }

    @Test
    void endsWithItsWatches() throws Exception {
        node.load("WWWService", "W3SVC");
        node.watches.close();
        web.ends(1067);
        node.seconds(60);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(node.scm.acts()).containsExactly("start W3SVC");
    }
}
