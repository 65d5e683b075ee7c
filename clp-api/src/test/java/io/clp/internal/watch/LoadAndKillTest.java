package io.clp.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.internal.script.ScriptedPlatform;
import io.clp.internal.script.ScriptedService;
import io.clp.internal.service.WaitLimit;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceState;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import io.clp.resource.ServiceTimeoutException;
import io.clp.time.Task;
import io.clp.watch.WatchPolicy;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadAndKillTest {
    private final WatchNode node = new WatchNode();
    private final ScriptedService web = node.scm.install("W3SVC");
    private final ScriptedService ftp = node.scm.install("ftpsvc");

    @Test
    void listsWatchesInTheOrderOfTheirLoads() throws Exception {
        node.load("WWWService", "W3SVC");
        node.load("FTPService", "ftpsvc");
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.listed()).containsExactly(Map.entry("WWWService", "W3SVC"), Map.entry("FTPService", "ftpsvc"));
        assertThat(node.kill("wwwSERVICE")).isTrue();
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(ftp.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.listed()).containsOnlyKeys("FTPService");
    }

    @Test
    void killsNothingWhereNothingIsWatched() throws Exception {
        web.in(ServiceState.RUNNING);
        assertThat(node.kill("WWWService")).isFalse();
        assertThat(node.scm.acts()).isEmpty();
    }

    @Test
    void adoptsARunningService() throws Exception {
        web.in(ServiceState.RUNNING);
        node.load("WWWService", "W3SVC");
        assertThat(node.listed()).containsKey("WWWService");
        assertThat(node.scm.acts()).isEmpty();
    }

    @Test
    void refusesARunningServiceWhereThePolicySaysSo() throws Exception {
        WatchPolicy policy = WatchPolicy.builder().failIfRunning().build();
        web.in(ServiceState.RUNNING);
        ResourceException refused =
                catchThrowableOfType(ResourceException.class, () -> node.load("WWWService", "W3SVC", policy));
        assertThat(refused.windowsName()).isEqualTo("ERROR_SERVICE_ALREADY_RUNNING");
        assertThat(node.listed()).isEmpty();
        web.ends(0);
        node.load("WWWService", "W3SVC", policy);
        node.load("WWWService", "W3SVC", policy); // its own service is no stranger's
        assertThat(node.listed()).containsKey("WWWService");
    }

    @Test
    void theSameLoadTwiceDoesNothingButStartWhatDoesNotRun() throws Exception {
        node.load("WWWService", "W3SVC");
        node.load("wwwservice", "w3svc");
        assertThat(node.scm.acts()).containsExactly("start W3SVC");
        web.ends(0);
        node.load("WWWService", "W3SVC");
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.listed()).hasSize(1);
    }

    @Test
    void refusesAnIdThatWatchesAnotherService() throws Exception {
        node.load("WWWService", "W3SVC");
        ResourceException refused =
                catchThrowableOfType(ResourceException.class, () -> node.load("wwwService", "ftpsvc"));
        assertThat(refused.retry()).isEqualTo(Retry.USELESS);
        assertThat(refused).hasMessageContaining("W3SVC");
        assertThat(ftp.state()).isEqualTo(ServiceState.STOPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NEC_Web", "nec_web", "WWW Service", "WWW-Service", "ＷＷＷ"})
    void refusesWhatIsNoWatchId(String id) {
        ResourceException refused = catchThrowableOfType(ResourceException.class, () -> node.load(id, "W3SVC"));
        assertThat(refused.retry()).isEqualTo(Retry.USELESS);
        assertThat(refused).hasMessageContaining("\"" + id + "\"");
    }

    @Test
    void acceptsTheLongestIdAndNoLonger() throws Exception {
        node.load("a".repeat(255), "W3SVC");
        assertThatThrownBy(() -> node.load("a".repeat(256), "W3SVC")).isInstanceOf(ResourceException.class);
    }

    @Test
    void watchesNothingThatDidNotRun() {
        web.answers(Kind.REFUSED, 1058);
        assertThatThrownBy(() -> node.load("WWWService", "W3SVC")).hasMessageContaining("1058");
        assertThatThrownBy(() -> node.load("FTPService", "NOSUCH")).hasMessageContaining("1060");
        assertThat(node.listed()).isEmpty();
    }

    @Test
    void watchesNothingWhereTheLoadWasInterrupted() {
        web.hangs();
        Task<Void> load = node.timeline.begin(() -> {
            node.watches
                    .within(node.scm, node.timeline, WaitLimit.in(node.timeline, Duration.ofSeconds(20)))
                    .load("WWWService", "W3SVC");
            return null;
        });
        node.seconds(5);
        assertThat(node.listed()).isEmpty();
        load.interrupt();
        node.seconds(1);
        assertThat(load.done()).isTrue();
        assertThat(node.listed()).isEmpty();
    }

    @Test
    void hasEndedTheWatchWhereTheStopHangs() throws Exception {
        node.load("WWWService", "W3SVC");
        web.hangs();
        assertThatThrownBy(() -> node.kill("WWWService")).isInstanceOf(ServiceTimeoutException.class);
        assertThat(node.listed()).isEmpty();
        web.ends(1067);
        node.seconds(10);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void worksOutsideAnyController() throws Exception {
        WatchRegistry registry = WatchRegistry.on(new ScriptedPlatform(node.scm, node.timeline));
        node.timeline.call(() -> {
            registry.load("WWWService", "W3SVC");
            return null;
        });
        node.seconds(600);
        assertThat(node.timeline.call(() -> registry.kill("WWWService"))).isTrue();
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void loadsNothingOnceClosed() throws Exception {
        node.load("WWWService", "W3SVC");
        node.watches.close();
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.listed()).isEmpty();
        assertThatThrownBy(() -> node.load("FTPService", "ftpsvc")).hasMessageContaining("closed");
        assertThat(node.scm.acts()).containsExactly("start W3SVC");
    }
}
