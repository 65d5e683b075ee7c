package io.clp.internal.decide;

import static io.clp.resource.Probe.State.FAILED;
import static io.clp.resource.Probe.State.OFFLINE;
import static io.clp.resource.Probe.State.ONLINE;
import static io.clp.resource.Probe.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.resource.ResourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Probes outside calls: when one is made, what it changes, and what it delays. */
class ProbeRulesTest {
    private static final String CALLING = "found UNKNOWN: not probed: a call on the group is under way";
    private static final String HANGS = "found UNKNOWN: an operation that was given up has still not come back";

    @Test
    void tellsWhatAProbeFinds() {
        CoreDriver group = CoreDriver.started("disk P", "app X").probe("app");
        assertThat(group.did()).containsExactly("probe app");
        assertThat(group.said()).isEmpty();
        group.found(ONLINE, "app");
        assertThat(group.said()).containsExactly("found ONLINE");
        assertThat(group.did()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = io.clp.resource.Probe.State.class,
            names = {"OFFLINE", "FAILED", "UNKNOWN"})
    void changesNothingByABadFinding(io.clp.resource.Probe.State state) {
        CoreDriver group = CoreDriver.started("app X").probe("app").found(state, "app");
        assertThat(group.said()).containsExactly("found " + state);
        assertThat(group.state("app")).isEqualTo(ResourceState.ONLINE);
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void changesNothingInAGroupThatIsNotStarted() {
        CoreDriver group = CoreDriver.of("app X").probe("app").found(ONLINE, "app");
        assertThat(group.said()).containsExactly("found ONLINE");
        assertThat(group.state("app")).isEqualTo(ResourceState.OFFLINE);
        CoreDriver unknown = new CoreDriver(group.group).probe("app").found(OFFLINE, "app");
        assertThat(unknown.state()).isEqualTo(GroupState.UNKNOWN);
        assertThat(unknown.state("app")).isEqualTo(ResourceState.UNKNOWN);
    }

    @Test
    void mendsWhatIsFoundOnlineAgainAndTheGroupWithTheLastOfThem() {
        CoreDriver group = CoreDriver.started("a X", "b X").report("a").report("b");
        group.probe("a").found(ONLINE, "a");
        assertThat(group.state("a")).isEqualTo(ResourceState.ONLINE);
        assertThat(group.state()).isEqualTo(GroupState.ONLINE_FAILURE);
        group.probe("b").found(FAILED, "b");
        assertThat(group.state("b")).isEqualTo(ResourceState.ONLINE_FAILURE);
        group.probe("b").found(ONLINE, "b");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void doesNotMendWhatWasReportedAfterTheProbeBegan() {
        CoreDriver group =
                CoreDriver.started("app X").probe("app").report("app").found(ONLINE, "app");
        assertThat(group.state("app")).isEqualTo(ResourceState.ONLINE_FAILURE);
        group.probe("app").found(ONLINE, "app");
        assertThat(group.state("app")).isEqualTo(ResourceState.ONLINE);
    }

    @Test
    void tellsOneFindingToAllWhoAskWhileTheProbeRuns() {
        CoreDriver group =
                CoreDriver.started("a X", "b X").probe("a").probe("b").probe("a");
        assertThat(group.did()).containsExactly("probe a", "probe b");
        group.found(FAILED, "a");
        assertThat(group.said()).containsExactly("found FAILED", "found FAILED");
        group.found(ONLINE, "b");
        assertThat(group.said()).containsExactly("found ONLINE");
    }

    @Test
    void takesWhatThrowsOrNeverBeginsForUnknown() {
        CoreDriver group = CoreDriver.started("app X").probe("app").threw("app");
        assertThat(group.said()).containsExactly("found UNKNOWN: the probe failed: app broke");
        group.probe("app").neverBegan("app");
        assertThat(group.said()).containsExactly("found UNKNOWN: the probe did not begin: no thread for app");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void makesNoneBesideACall() {
        CoreDriver group = CoreDriver.of("disk P", "app X").start().probe("app");
        assertThat(group.said()).containsExactly(CALLING);
        group.done("disk", "app").stop().probe("disk");
        assertThat(group.said()).containsExactly("start DONE", CALLING);
        assertThat(group.did()).doesNotContain("probe disk");
    }

    @Test
    void makesNoneOfWhatHangs() {
        CoreDriver group =
                CoreDriver.started("app X hooked", "other X").recover().pass(12);
        group.clear();
        group.probe("app");
        assertThat(group.said()).containsExactly(HANGS);
        group.probe("other").found(UNKNOWN, "other");
        assertThat(group.said()).containsExactly("found UNKNOWN");
        group.done("app").probe("app").found(ONLINE, "app");
        assertThat(group.said()).containsExactly("found ONLINE");
    }

    @Test
    void makesNoneWhileWhatAStopLeftIsTakenOffline() {
        CoreDriver group = CoreDriver.started("app X").stop().threw("app").found(ONLINE, "app");
        group.clear();
        group.probe("app");
        assertThat(group.said()).containsExactly("found UNKNOWN: not probed: what a stop left is being taken offline");
    }

    @Test
    void makesNoneOnceTheControllerIsClosedButLetsOneFinish() {
        CoreDriver group = CoreDriver.started("app X").probe("app").close().probe("app");
        assertThat(group.said()).containsExactly("found UNKNOWN: not probed: the controller is closed");
        group.found(ONLINE, "app");
        assertThat(group.said()).containsExactly("found ONLINE");
    }

    @Test
    void letsACallWaitForTheProbeAndNoLongerThanItsDeadlineAndTheGrace() {
        CoreDriver group = CoreDriver.started("app X").probe("app").stop();
        assertThat(group.did()).containsExactly("probe app");
        group.pass(1);
        assertThat(group.did()).containsExactly("interrupt app");
        group.pass(1);
        assertThat(group.said())
                .containsExactly(
                        "found UNKNOWN: the probe did not return within PT1S, nor when it was interrupted",
                        "app INDETERMINATE",
                        "stop INDETERMINATE");
        assertThat(group.did()).as("nothing starts beside the probe that hangs").isEmpty();
        group.done("app");
        assertThat(group.did()).containsExactly("probe app");
        group.found(ONLINE, "app");
        assertThat(group.did()).containsExactly("offline app");
    }

    @Test
    void refusesAStartWhileAProbeHangs() {
        CoreDriver group = CoreDriver.of("app X").probe("app").pass(2);
        group.clear();
        group.start();
        assertThat(group.said()).containsExactly("call REFUSED", "start REFUSED");
        group.done("app").start().done("app");
        assertThat(group.said()).containsExactly("start DONE");
    }

    @Test
    void takesNothingFromAFindingThatComesLate() {
        CoreDriver group =
                CoreDriver.started("app X").report("app").probe("app").pass(1).found(ONLINE, "app");
        assertThat(group.said()).containsExactly("app FAILED", "found UNKNOWN: the probe did not return within PT1S");
        assertThat(group.state("app")).isEqualTo(ResourceState.ONLINE_FAILURE);
    }

    @Test
    void makesOneOnANodeThatStartsNothingMore() {
        CoreDriver group = CoreDriver.started("app X", "b X hooked").recover().pass(12);
        group.clear();
        group.probe("app").found(ONLINE, "app");
        assertThat(group.said()).containsExactly("found ONLINE");
    }
}
