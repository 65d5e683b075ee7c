package io.clp.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.internal.script.ScriptedService;
import io.clp.internal.script.SteppedTimeline;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceState;
import io.clp.resource.ServiceTimeoutException;
import io.clp.time.Task;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kill is never followed by a restart that began before it. */
class KillAndRestartTest {
    private final WatchNode node = new WatchNode();
    private final ScriptedService web = node.scm.install("W3SVC");

    @BeforeEach
    void load() throws Exception {
        node.load("WWWService", "W3SVC");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 999, 1000, 1001, 1500, 1999, 2000, 2001, 2500})
    void leavesTheServiceStoppedWheneverItComes(int millisAfterTheCrash) throws Exception {
        web.ends(1067);
        node.timeline.advance(Duration.ofMillis(millisAfterTheCrash));
        assertThat(node.kill("WWWService")).isTrue();
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        node.seconds(100);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void stopsAfterTheRestartThatWasUnderWay() throws Exception {
        web.startCallTakes(Duration.ofSeconds(8)).ends(1067);
        node.seconds(2);
        assertThat(node.kill("WWWService")).isTrue();
        assertThat(node.scm.acts()).containsExactly("start W3SVC", "start W3SVC", "stop W3SVC");
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(node.told).isEmpty();
    }

    @Test
    void asksForNoFurtherStartOnceItWasEnded() throws Exception {
        web.startCallTakes(Duration.ofSeconds(8)).answers(Kind.BUSY, 1055).ends(1067);
        node.seconds(2);
        assertThat(node.kill("WWWService")).isTrue();
        node.seconds(100);
        assertThat(node.scm.acts()).containsExactly("start W3SVC", "start W3SVC");
    }

    @Test
    void saysThatARestartHangsAndTheRestartItselfStopsWhatItStarted() throws Exception {
        web.startCallTakes(Duration.ofSeconds(50)).ends(1067);
        node.seconds(2);
        assertThatThrownBy(() -> node.kill("WWWService")).isInstanceOfSatisfying(ServiceTimeoutException.class, e -> {
            assertThat(e.waited()).isEqualTo(Duration.ofSeconds(20));
            assertThat(e).hasMessageContaining("restart by watch WWWService");
        });
        assertThat(node.listed()).isEmpty();
        node.seconds(60);
        assertThat(node.scm.acts()).containsExactly("start W3SVC", "start W3SVC", "stop W3SVC");
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(node.told).isEmpty();
    }

    @Test
    void stopsWhatALateRestartFoundRunningAtOnce() {
        web.startCallTakes(Duration.ofSeconds(50)).ends(1067);
        node.seconds(2);
        assertThatThrownBy(() -> node.kill("WWWService")).isInstanceOf(ServiceTimeoutException.class);
        // The restart returns without a wait, so that the kill's interrupt is still pending when its stop has to wait.
        web.in(ServiceState.RUNNING).answers(Kind.ALREADY, 1056).answers(Kind.BUSY, 1055);
        node.seconds(60);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void leavesTheLateRestartToAnInterruptedKillToo() {
        web.startCallTakes(Duration.ofSeconds(50)).ends(1067);
        node.seconds(2);
        Task<Boolean> kill = node.beginKill("WWWService");
        node.seconds(2);
        kill.interrupt();
        node.seconds(100);
        assertThatThrownBy(() -> SteppedTimeline.result(kill)).isInstanceOf(InterruptedException.class);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void leavesRunningWhatWasLoadedAnewMeanwhile() throws Exception {
        web.startCallTakes(Duration.ofSeconds(30)).ends(1067);
        node.seconds(2);
        assertThatThrownBy(() -> node.kill("WWWService")).isInstanceOf(ServiceTimeoutException.class);
        node.load("Other", "W3SVC");
        node.seconds(100);
        assertThat(node.scm.acts()).containsExactly("start W3SVC", "start W3SVC");
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void aLoadComesAfterTheStopOfALateRestart() throws Exception {
        web.startCallTakes(Duration.ofSeconds(30)).ends(1067);
        node.seconds(2);
        assertThatThrownBy(() -> node.kill("WWWService")).isInstanceOf(ServiceTimeoutException.class);
        web.startCallTakes(Duration.ZERO);
        node.timeline.advance(Duration.ofMillis(9_500)); // the late restart is being stopped
        assertThat(web.state()).isIn(ServiceState.START_PENDING, ServiceState.RUNNING, ServiceState.STOP_PENDING);
        node.load("WWWService", "W3SVC");
        node.seconds(100);
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.scm.acts()).containsExactly("start W3SVC", "start W3SVC", "stop W3SVC", "start W3SVC");
    }

    @Test
    void aCloseStopsNothingAndLetsNoRestartBegin() throws Exception {
        web.startCallTakes(Duration.ofSeconds(8)).answers(Kind.BUSY, 1055).ends(1067);
        node.seconds(2);
        node.watches.close();
        node.seconds(100);
        assertThat(node.scm.acts()).containsExactly("start W3SVC", "start W3SVC");
        assertThat(node.told).isEmpty();
    }

    @Test
    void aCloseLetsNoRestartBeginThatHungBeforeItsStart() {
        node.scm.queriesTake(Duration.ofSeconds(3));
        web.ends(1067);
        node.seconds(5); // the look began at 1 s and saw the end at 4 s; the restart looks for itself until 7 s
        node.watches.close();
        node.scm.queriesTake(Duration.ZERO);
        node.seconds(100);
        assertThat(node.scm.acts()).containsExactly("start W3SVC");
    }
}
