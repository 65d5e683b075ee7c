package io.clp.internal.decide;

import static io.clp.resource.Probe.State.OFFLINE;
import static io.clp.resource.Probe.State.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.CutShortException;
import io.clp.GroupState;
import io.clp.StopCause;
import io.clp.resource.ResourceState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stop for a failover does not wait for the end of a start; every other stop does. */
class CuttingRulesTest {
    private static final String[] CHAIN = {"disk P", "w3svc S", "site X"};

    @Test
    void bringsNothingFurtherOnlineAndTakesEverythingBack() {
        CoreDriver group = CoreDriver.of(CHAIN).start().done("disk").failoverStop();
        assertThat(group.did()).containsExactly("online disk", "online w3svc");
        group.done("w3svc").honest(ResourceState.OFFLINE);
        assertThat(group.did()).containsExactly("offline w3svc", "probe w3svc", "offline disk", "probe disk");
        assertThat(group.said()).containsExactly("call FAILED", "start FAILED", "stop NOTHING_TO_DO");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void doesNotTryAgainWhatFailsMeanwhile() {
        CoreDriver group = CoreDriver.of(3, "app X").start().failoverStop().threw("app");
        assertThat(group.did()).containsExactly("online app", "offline app");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("call FAILED", "app FAILED", "start FAILED", "stop NOTHING_TO_DO");
    }

    @Test
    void doesNotTellThoseThatWaited() {
        CoreDriver group =
                CoreDriver.of("disk P", "site X hooked").start().failoverStop().threw("disk");
        assertThat(group.did()).containsExactly("online disk", "offline disk");
    }

    @Test
    void findsTheTruthAndThenBringsNothingOnline() {
        CoreDriver group = new CoreDriver(CoreDriver.of(CHAIN).group).start();
        group.failoverStop().found(ONLINE, "disk").found(OFFLINE, "w3svc", "site");
        assertThat(group.did()).containsExactly("probe disk", "probe w3svc", "probe site", "offline disk");
        group.done("disk").found(OFFLINE, "disk");
        assertThat(group.said()).containsExactly("call FAILED", "start FAILED", "stop NOTHING_TO_DO");
    }

    @Test
    void cutsARestartWhileItGoesOffline() {
        CoreDriver group = CoreDriver.started(CHAIN).restart("w3svc").failoverStop();
        assertThat(group.did()).containsExactly("offline site");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.did())
                .containsExactly("probe site", "offline w3svc", "probe w3svc", "offline disk", "probe disk");
        assertThat(group.said()).containsExactly("call FAILED", "restart FAILED", "stop NOTHING_TO_DO");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void cutsARestartWhileItComesBack() {
        CoreDriver group =
                CoreDriver.started(CHAIN).restart("site").done("site").found(OFFLINE, "site");
        group.clear();
        group.failoverStop().done("site").honest(ResourceState.OFFLINE);
        assertThat(group.did()).startsWith("offline site").doesNotContain("online w3svc");
        assertThat(group.said()).containsExactly("call FAILED", "restart FAILED", "stop NOTHING_TO_DO");
    }

    @Test
    void releasesWhatACutRestartTookOffline() {
        CoreDriver group =
                CoreDriver.started("disk P", "web X hooked").restart("web").failoverStop();
        group.honest(ResourceState.OFFLINE);
        assertThat(group.did())
                .containsExactly("offline web", "probe web", "offline disk", "probe disk", "released web");
    }

    @Test
    void releasesWhatARestartTookOfflineAndDoesNotBringBack() {
        CoreDriver group =
                CoreDriver.started("disk P", "w3svc S", "web X hooked").restart("w3svc");
        group.done("web")
                .found(OFFLINE, "web")
                .done("w3svc")
                .found(OFFLINE, "w3svc")
                .threw("w3svc");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("w3svc FAILED", "restart FAILED");
        assertThat(group.did()).endsWith("offline disk", "probe disk", "released web");
    }

    @Test
    void goesOnWhereTheCutStartLeftSomething() {
        CoreDriver group = CoreDriver.of("app X").start().failoverStop().done("app");
        group.threw("app").found(ONLINE, "app");
        assertThat(group.said()).startsWith("call FAILED", "app FAILED", "start FAILED");
        group.done("app").found(OFFLINE, "app");
        assertThat(group.said()).containsExactly("stop DONE");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void refusesStartsThatWaitBeforeTheStop() {
        CoreDriver group = CoreDriver.of("app X").start().stop().start().failoverStop();
        group.done("app").honest(ResourceState.OFFLINE);
        assertThat(group.did()).containsOnlyOnce("online app");
        assertThat(group.said())
                .containsExactly(
                        "call FAILED",
                        "start FAILED",
                        "stop NOTHING_TO_DO",
                        "call REFUSED",
                        "start REFUSED",
                        "stop NOTHING_TO_DO");
    }

    @Test
    void letsAnyOtherStopWait() {
        for (StopCause cause : List.of(StopCause.GROUP_STOP, StopCause.GROUP_MOVE)) {
            CoreDriver group = CoreDriver.of(CHAIN).start();
            group.ask(Call.Kind.STOP, null, cause, 0, -1, false).done("disk", "w3svc", "site");
            assertThat(group.said()).containsExactly("start DONE");
        }
    }

    @Test
    void leavesARollbackUnderWayAlone() {
        CoreDriver group = CoreDriver.of("app X").start().threw("app").failoverStop();
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("app FAILED", "start FAILED", "stop NOTHING_TO_DO");
    }

    @Test
    void saysWhatCutIt() {
        CutShortException error = new CutShortException("start (START)", "a stop (GROUP_FAILOVER)");
        assertThat(error).hasMessageContaining("cut short by a stop");
        assertThat(error.advice()).contains("start the group again once this node may host it");
    }
}
