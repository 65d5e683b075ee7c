package io.clp.internal.decide;

import static io.clp.resource.Probe.State.OFFLINE;
import static io.clp.resource.Probe.State.ONLINE;
import static io.clp.resource.Probe.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.StartCause;
import io.clp.resource.ResourceState;
import org.junit.jupiter.api.Test;

/** Design section 4, rules 2, 3, 4 and 7: how a group starts, and what happens where it does not. */
class StartRulesTest {
    private static final String[] GUIDE = {"disk P", "ip A", "w3svc S", "site X"};

    @Test
    void startsWhatIsIndependentAtOnceAndTheRestTheMomentItsLastDependencyIsOnline() {
        CoreDriver group = CoreDriver.of(GUIDE).start();
        assertThat(group.did()).containsExactly("online disk", "online ip");
        group.done("ip");
        assertThat(group.did()).isEmpty();
        group.done("disk");
        assertThat(group.did()).containsExactly("online w3svc");
        group.done("w3svc");
        assertThat(group.did()).containsExactly("online site");
        group.done("site");
        assertThat(group.said()).containsExactly("start DONE");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void probesDependenciesFirstWhereTheTruthIsNotKnown() {
        CoreDriver group = new CoreDriver(CoreDriver.of(GUIDE).group).start();
        assertThat(group.did()).containsExactly("probe disk", "probe ip");
        group.found(OFFLINE, "disk", "ip");
        assertThat(group.did()).containsExactly("probe w3svc");
        group.found(OFFLINE, "w3svc");
        assertThat(group.did()).containsExactly("probe site");
        group.found(OFFLINE, "site");
        assertThat(group.did()).containsExactly("online disk", "online ip");
    }

    @Test
    void keepsWhatIsTrulyOnlineAndBringsUpTheRest() {
        CoreDriver group = new CoreDriver(CoreDriver.of(GUIDE).group).start();
        group.found(ONLINE, "disk", "ip", "w3svc").found(OFFLINE, "site").clear();
        group.done("site");
        assertThat(group.said()).containsExactly("start DONE");
    }

    @Test
    void doesNothingWhereEverythingIsFoundOnline() {
        CoreDriver group = new CoreDriver(CoreDriver.of(GUIDE).group).start();
        group.found(ONLINE, "disk", "ip", "w3svc", "site");
        assertThat(group.said()).containsExactly("start NOTHING_TO_DO");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void doesNotKeepWhatIsOnlineAboveSomethingThatIsBroughtUp() {
        CoreDriver group = new CoreDriver(CoreDriver.of(GUIDE).group).start();
        group.found(ONLINE, "disk").found(OFFLINE, "ip").found(ONLINE, "w3svc", "site");
        group.clear();
        group.done("ip");
        assertThat(group.did()).containsExactly("online w3svc");
        group.done("w3svc");
        assertThat(group.did()).containsExactly("online site");
    }

    @Test
    void takesWhatAProbeCannotTellForNeitherOnlineNorOffline() {
        CoreDriver group = new CoreDriver(CoreDriver.of("app X").group).start();
        group.found(UNKNOWN, "app");
        assertThat(group.did()).containsExactly("probe app", "online app");
    }

    @Test
    void triesAgainAsOftenAsThePolicySays() {
        CoreDriver group = CoreDriver.of(2, "app X").start();
        group.threw("app").threw("app").threw("app");
        assertThat(group.did()).containsExactly("online app", "online app #2", "online app #3", "offline app");
        assertThat(group.said()).containsExactly("app FAILED");
    }

    @Test
    void doesNotTryAgainWhatIsOfNoUse() {
        CoreDriver group = CoreDriver.of(2, "app X").start().threwForGood("app");
        assertThat(group.did()).containsExactly("online app", "offline app");
    }

    @Test
    void startsTheNextAttemptAfterAnInterruptOnlyWhereAProbeDoesNotFindItOnline() {
        CoreDriver group = CoreDriver.of(1, "app X").start().pass(10);
        assertThat(group.did()).containsExactly("online app", "interrupt app");
        assertThat(group.state("app")).isEqualTo(ResourceState.UNKNOWN);
        group.done("app");
        assertThat(group.did()).containsExactly("probe app");
        assertThat(group.state("app")).isEqualTo(ResourceState.UNKNOWN);
        group.found(OFFLINE, "app");
        assertThat(group.did()).containsExactly("online app #2");
    }

    @Test
    void countsAProbeBegunAfterTheLateReturn() {
        CoreDriver group =
                CoreDriver.of(1, "app X").start().pass(10).done("app").found(ONLINE, "app");
        assertThat(group.said()).containsExactly("start DONE");
    }

    @Test
    void failsALastAttemptThatReturnsLateWhateverItSays() {
        CoreDriver group = CoreDriver.of("app X").start().pass(10).done("app");
        assertThat(group.said()).containsExactly("app INDETERMINATE");
        assertThat(group.did()).containsExactly("online app", "interrupt app", "offline app");
    }

    @Test
    void rollsBackInReverseWhatWasTriedTheFailedOnesIncluded() {
        CoreDriver group = CoreDriver.of(GUIDE).start().done("disk", "ip", "w3svc");
        group.clear();
        group.threw("site");
        assertThat(group.did()).containsExactly("offline site");
        group.done("site").found(OFFLINE, "site");
        assertThat(group.did()).containsExactly("probe site", "offline w3svc");
        group.done("w3svc").found(OFFLINE, "w3svc");
        assertThat(group.did()).containsExactly("probe w3svc", "offline disk", "offline ip");
        group.done("disk", "ip").found(OFFLINE, "disk", "ip");
        assertThat(group.said()).containsExactly("site FAILED", "start FAILED");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void waitsForWhatRunsBeforeItRollsBackAndReportsEveryFailure() {
        CoreDriver group = CoreDriver.of("a X", "b X", "c X").start().threw("a");
        assertThat(group.did()).containsExactly("online a", "online b", "online c");
        group.waitedInVain("b").done("c");
        assertThat(group.did()).containsExactly("offline c", "offline b", "offline a");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("a FAILED", "b INDETERMINATE", "start FAILED");
    }

    @Test
    void startsNothingMoreOnceSomethingFailed() {
        CoreDriver group =
                CoreDriver.of("disk P", "ip A < -", "site X < ip").start().threw("disk");
        group.done("ip");
        assertThat(group.did()).doesNotContain("online site").contains("offline ip");
    }

    @Test
    void tellsWhatWaitedForAFailedPartitionOfThePartition() {
        CoreDriver group =
                CoreDriver.of("ip A", "disk P", "site X hooked").start().threw("ip");
        group.threw("disk");
        assertThat(group.did()).containsExactly("online ip", "online disk", "online_blocked site by disk");
        group.done("site").honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("ip FAILED", "disk FAILED", "start FAILED");
    }

    @Test
    void failsAndRollsBackWhateverTheOneToldDoes() {
        CoreDriver group =
                CoreDriver.of("disk P", "site X hooked").start().threw("disk").threw("site");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("disk FAILED", "site FAILED", "start FAILED");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void doesNotTellWhatDoesNotRestOnWhatFailed() {
        CoreDriver group = CoreDriver.of("disk P", "other X < - hooked", "site X < disk hooked");
        group.start().done("other").threw("disk");
        assertThat(group.did()).contains("online_blocked site by disk").doesNotContain("online_blocked other by disk");
    }

    @Test
    void refusesAStaleEpochAndTakesANewerOneToAStartedGroup() {
        CoreDriver group = CoreDriver.of("app X").start(StartCause.FAILOVER, 7).done("app");
        group.start(StartCause.START, 6).start(StartCause.START, 9);
        assertThat(group.said())
                .containsExactly("start DONE", "start refused: StaleEpochException", "start NOTHING_TO_DO");
        assertThat(group.view.epoch()).isEqualTo(9);
        assertThat(group.view.startCause()).contains(StartCause.FAILOVER);
    }

    @Test
    void startsNothingOnANodeThatBearsNoFurtherHang() {
        CoreDriver group = CoreDriver.of("app X").ask(Call.Kind.START, StartCause.START, null, 0, -1, true);
        assertThat(group.said()).containsExactly("call REFUSED", "start REFUSED");
        assertThat(group.did()).isEmpty();
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void triesAgainWhatNeverBegan() {
        CoreDriver group = CoreDriver.of(1, "app X").start().neverBegan("app").done("app");
        assertThat(group.said()).containsExactly("start DONE");
        CoreDriver once = CoreDriver.of("app X").start().neverBegan("app");
        assertThat(once.said()).containsExactly("app FAILED");
    }
}
