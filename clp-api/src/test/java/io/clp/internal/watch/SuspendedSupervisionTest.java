package io.clp.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.internal.script.ScriptedService;
import io.clp.platform.ServiceState;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** While supervision is suspended nothing is started again; what ended meanwhile is, once it is resumed. */
class SuspendedSupervisionTest {
    private final WatchNode node = new WatchNode();
    private final ScriptedService web = node.scm.install("W3SVC");

    @Test
    void startsNothingUntilItIsResumed() throws Exception {
        node.load("WWWService", "W3SVC");
        node.watches.suspend();
        node.watches.suspend();
        web.ends(1067);
        node.seconds(600);
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        node.watches.resume();
        node.watches.resume();
        node.seconds(0);
        assertThat(node.scm.acts()).as("at once").hasSize(2);
        node.seconds(5);
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.told).containsExactly("restarted WWWService W3SVC 1");
    }

    @Test
    void asksNothingOfTheNodeMeanwhile() throws Exception {
        node.load("WWWService", "W3SVC");
        node.watches.suspend();
        int before = node.scm.queries();
        node.seconds(60);
        assertThat(node.scm.queries()).isEqualTo(before);
    }

    @Test
    void leavesAloneAServiceThatRunsAgainByItself() throws Exception {
        node.load("WWWService", "W3SVC");
        node.watches.suspend();
        web.ends(1067);
        node.seconds(5);
        web.start();
        node.seconds(5);
        node.watches.resume();
        node.seconds(5);
        assertThat(node.told).isEmpty();
    }

    @Test
    void doesNotCountARestartThatItKeptFromStarting() throws Exception {
        node.load("WWWService", "W3SVC", WatchPolicy.builder().restarts(1).build());
        node.scm.queriesTake(Duration.ofSeconds(2));
        web.ends(1067);
        node.seconds(4); // the look decided on a restart, and that looks at the service first
        node.watches.suspend();
        node.scm.queriesTake(Duration.ZERO);
        node.seconds(60);
        assertThat(node.scm.acts()).containsExactly("start W3SVC");
        assertThat(node.told).isEmpty();
        node.watches.resume();
        node.seconds(5);
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.told).containsExactly("restarted WWWService W3SVC 1");
    }

    @Test
    void stillLoadsAndKillsAsAsked() throws Exception {
        node.watches.suspend();
        node.load("WWWService", "W3SVC");
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(node.kill("WWWService")).isTrue();
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }
}
