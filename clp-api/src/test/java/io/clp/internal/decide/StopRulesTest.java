package io.clp.internal.decide;

import static io.clp.resource.Probe.State.FAILED;
import static io.clp.resource.Probe.State.OFFLINE;
import static io.clp.resource.Probe.State.ONLINE;
import static io.clp.resource.Probe.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Design section 4, rules 2, 5, 6 and 7: how a group stops, and what is kept where it does not. */
class StopRulesTest {
    @Test
    void takesOfflineBeforeItReleasesWhatAStartTriedMeanwhile() {
        CoreDriver group = CoreDriver.started("web X < - hooked", "top X < web").stop();
        group.threw("top").found(ONLINE, "top").threw("web").found(ONLINE, "web");
        group.look().start().found(OFFLINE, "web").found(UNKNOWN, "top");
        group.found(OFFLINE, "web").found(UNKNOWN, "top");
        group.clear();
        group.threw("web");
        assertThat(group.did()).as("the release is still owed").containsExactly("offline top");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.did()).containsExactly("probe top", "offline web", "probe web", "released web");
        assertThat(group.said()).containsExactly("web FAILED", "start FAILED");
    }

    private static final String[] GUIDE = {"disk P", "ip A", "w3svc S", "site X"};

    @Test
    void goesOfflineInReverseAndProbesEachBeforeItGoesOn() {
        CoreDriver group = CoreDriver.started(GUIDE).stop();
        assertThat(group.view.stopCause()).contains(StopCause.GROUP_STOP);
        assertThat(group.view.startCause()).contains(StartCause.START);
        group.done("site").found(OFFLINE, "site").done("w3svc").found(OFFLINE, "w3svc");
        assertThat(group.did())
                .containsExactly(
                        "offline site", "probe site", "offline w3svc", "probe w3svc", "offline disk", "offline ip");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("stop DONE");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
        assertThat(group.view.startCause()).isEmpty();
    }

    @Test
    void takesAProbeThatBeganBeforeItWasAskedForAndNoneOfAnotherToken() {
        CoreDriver group = CoreDriver.started("app X").stop();
        Action.Run offline = group.open.get(0);
        assertThat(offline.probed()).isTrue();
        Input returned = new Input.CameBack(0, offline.token(), Result.returned());
        Result found = new Result.Probed(Probe.offline());
        Input probed = new Input.CameBack(0, offline.probeToken(), found);
        Input stray = new Input.CameBack(0, offline.probeToken() + 1, found);

        Decision together = GroupCore.decide(group.shape, group.view, List.of(returned, probed), group.now);
        assertThat(together.view().state()).isEqualTo(GroupState.OFFLINE);
        assertThat(together.actions())
                .filteredOn(it -> it instanceof Action.Run || it instanceof Action.Ended)
                .extracting(it -> it instanceof Action.Ended ended ? ended.run().kind() : "run")
                .containsExactly(Kind.OFFLINE, "run", Kind.PROBE);

        Decision apart = GroupCore.decide(group.shape, group.view, List.of(returned, stray), group.now);
        assertThat(apart.view().state()).isEqualTo(GroupState.OFFLINE_PENDING);
        Decision early = GroupCore.decide(group.shape, group.view, List.of(probed), group.now);
        assertThat(early.view().stateOf(0)).isEqualTo(ResourceState.OFFLINE_PENDING);
    }

    @Test
    void isOfflineOnlyWhereTheProbeSaysSo() {
        CoreDriver group = CoreDriver.started("app X").stop().done("app").found(ONLINE, "app");
        assertThat(group.said()).containsExactly("app FAILED", "stop FAILED");
        assertThat(group.state("app")).isEqualTo(ResourceState.OFFLINE_FAILURE);
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
    }

    @Test
    void takesAProbeThatCannotTellForUnknownAndNotForOffline() {
        CoreDriver group = CoreDriver.started("app X").stop().done("app").found(UNKNOWN, "app");
        assertThat(group.said()).containsExactly("app INDETERMINATE", "stop INDETERMINATE");
        assertThat(group.state("app")).isEqualTo(ResourceState.UNKNOWN);
    }

    @Test
    void believesTheProbeAndNotTheException() {
        CoreDriver group = CoreDriver.started("app X").stop().threw("app").found(OFFLINE, "app");
        assertThat(group.said()).containsExactly("stop DONE");
    }

    @Test
    void triesAgainAsOftenAsThePolicySays() {
        CoreDriver group = CoreDriver.of(1, "app X").start().done("app").stop();
        group.clear();
        group.done("app").found(ONLINE, "app").threw("app").found(FAILED, "app");
        assertThat(group.did()).containsExactly("probe app", "offline app #2", "probe app");
        assertThat(group.said()).containsExactly("app FAILED", "stop FAILED");
    }

    @Test
    void releasesTheAddressAndKeepsThePartitionWhereSomethingAboveFailedToStop() {
        CoreDriver group = CoreDriver.started(GUIDE).stop();
        group.clear();
        group.done("site").found(ONLINE, "site").done("w3svc").found(OFFLINE, "w3svc");
        assertThat(group.did()).containsExactly("probe site", "offline w3svc", "probe w3svc", "offline ip");
        group.done("ip").found(OFFLINE, "ip");
        assertThat(group.said()).containsExactly("site FAILED", "stop FAILED");
        assertThat(group.state("disk")).isEqualTo(ResourceState.ONLINE);
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
    }

    @Test
    void keepsAPartitionForAUserOfItsVolumeWithoutAnEdge() {
        CoreDriver group =
                CoreDriver.started("app X < - uses v0", "disk P uses v0").stop();
        assertThat(group.did()).containsExactly("offline app");
        group.done("app").found(ONLINE, "app");
        assertThat(group.state("disk")).isEqualTo(ResourceState.ONLINE);
        assertThat(group.did()).containsExactly("probe app", "unlock app");
    }

    @Test
    void releasesThePartitionAfterAUserOfItsVolumeWithoutAnEdge() {
        CoreDriver group =
                CoreDriver.started("app X < - uses v0", "disk P uses v0").stop();
        group.clear();
        group.done("app").found(OFFLINE, "app");
        assertThat(group.did()).containsExactly("probe app", "unlock app", "offline disk");
    }

    @Test
    void doesNotLetAPartitionWaitForWhatItRestsOnItself() {
        CoreDriver group = CoreDriver.started("driver S < - uses v0", "disk P < driver uses v0")
                .stop();
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("stop DONE");
        assertThat(group.did())
                .containsExactly(
                        "offline disk", "probe disk", "unlock disk", "offline driver", "probe driver", "unlock driver");
    }

    @Test
    void callsReleasedOnceTheGroundIsOffline() {
        CoreDriver group = CoreDriver.started("disk P", "ip A", "site X hooked").stop();
        group.done("site").found(OFFLINE, "site").done("ip", "disk").found(OFFLINE, "ip");
        assertThat(group.did()).doesNotContain("released site");
        group.found(OFFLINE, "disk");
        assertThat(group.did()).containsExactly("released site");
        assertThat(group.said()).isEmpty();
        group.done("site");
        assertThat(group.said()).containsExactly("stop DONE");
    }

    @Test
    void callsReleasedOnceTheGroundFailedToBeReleased() {
        CoreDriver group = CoreDriver.started("disk P", "site X hooked").stop();
        group.done("site").found(OFFLINE, "site").done("disk").found(ONLINE, "disk");
        assertThat(group.did()).endsWith("released site");
        group.threw("site");
        assertThat(group.said()).containsExactly("disk FAILED", "site FAILED", "stop FAILED");
    }

    @Test
    void reportsAReleaseThatFailsThoughEverythingIsOffline() {
        CoreDriver group = CoreDriver.started("disk P", "site X hooked").stop();
        group.done("site").found(OFFLINE, "site").done("disk").found(OFFLINE, "disk");
        group.threw("site");
        assertThat(group.said()).containsExactly("site FAILED", "stop FAILED");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void givesBackEachLockOnceAndTheOneOfAReleaserAfterItsRelease() {
        CoreDriver group = CoreDriver.started("disk P", "site X hooked uses v0").stop();
        group.done("site").found(OFFLINE, "site").done("disk").found(OFFLINE, "disk");
        assertThat(group.did()).doesNotContain("unlock site");
        group.done("site");
        assertThat(group.did()).containsExactly("unlock site");
    }

    @Test
    void doesNothingToAStoppedGroup() {
        CoreDriver group = CoreDriver.of(GUIDE).stop();
        assertThat(group.did()).isEmpty();
        assertThat(group.said()).containsExactly("stop NOTHING_TO_DO");
    }

    @Test
    void findsWhatIsToBeStoppedByProbingWhereNothingIsKnown() {
        CoreDriver group = new CoreDriver(CoreDriver.of("disk P", "site X").group).stop();
        group.found(ONLINE, "disk").found(OFFLINE, "site");
        assertThat(group.did()).containsExactly("probe disk", "probe site", "offline disk");
    }

    @Test
    void finishesByItselfOnceALaterLookFindsWhatWasLeftOffline() {
        CoreDriver group =
                CoreDriver.started("disk P", "app X").stop().done("app").found(ONLINE, "app");
        group.clear();
        group.look().found(ONLINE, "app");
        assertThat(group.did()).containsExactly("probe app");
        group.look().found(OFFLINE, "app").done("disk").found(OFFLINE, "disk");
        assertThat(group.did()).containsExactly("probe app", "offline disk", "probe disk");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
        assertThat(group.said()).isEmpty();
    }

    @Test
    void finishesThoughACallWaitedMeanwhileAndWasRefused() {
        CoreDriver group =
                CoreDriver.started("disk P", "app X").stop().done("app").found(ONLINE, "app");
        group.look().restart("app").found(OFFLINE, "app");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("app FAILED", "stop FAILED", "call REFUSED", "restart REFUSED");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void stopsAgainWhatAStopLeft() {
        CoreDriver group =
                CoreDriver.started("disk P", "app X").stop().done("app").found(ONLINE, "app");
        group.clear();
        group.stop().honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("stop DONE");
        assertThat(group.did()).containsExactly("offline app", "probe app", "offline disk", "probe disk");
    }
}
