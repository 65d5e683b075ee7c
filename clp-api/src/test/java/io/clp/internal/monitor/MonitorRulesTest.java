package io.clp.internal.monitor;

import static io.clp.internal.monitor.MonitorDriver.own;
import static io.clp.internal.monitor.MonitorDriver.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.monitor.Monitor;
import io.clp.resource.Probe;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Design section 6, rule 6: how probes become a verdict, and when nobody looks. */
class MonitorRulesTest {
    private static final String FAILED = "verdict of app: 3 times failed, the last time FAILED: broken";

    @Test
    void looksOnceEachIntervalAndBeginsWithTheFirst() {
        MonitorDriver group = MonitorDriver.online(own("app")).pass(9);
        assertThat(group.did()).isEmpty();
        for (int i = 0; i < 3; i++) {
            group.pass(i == 0 ? 1 : 10);
            assertThat(group.did()).containsExactly("probe app");
            group.good("app");
        }
    }

    @Test
    void hasOneTimerForAllMonitorsOfAnInterval() {
        MonitorDriver group = MonitorDriver.online(own("disk"), own("ip"), own("app"), own("fast", 5));
        assertThat(group.timers()).isEqualTo(2);
        group.pass(5).good("fast").pass(5).good("disk").good("ip").good("app").good("fast");
        assertThat(group.timers()).as("nothing else is pending").isEqualTo(2);
        group.group(Availability.OFFLINE);
        assertThat(group.timers()).isZero();
    }

    @Test
    void judgesBySoManyFailuresInARow() {
        MonitorDriver group = MonitorDriver.online(own("app"));
        group.pass(10).bad("app").pass(10).bad("app").pass(10).good("app");
        group.pass(10).bad("app").pass(10).bad("app");
        assertThat(group.did()).containsOnly("probe app");
        assertThat(group.suspicious()).isTrue();
        group.pass(10).bad("app");
        assertThat(group.did()).containsExactly("probe app", FAILED);
        assertThat(group.suspicious()).isFalse();
    }

    @Test
    void takesAnOfflineProbeForAFailedOne() {
        MonitorDriver group = MonitorDriver.online(own("app"));
        for (int i = 0; i < 3; i++) {
            group.pass(10).back("app", Probe.offline());
        }
        assertThat(group.did()).endsWith("verdict of app: 3 times failed, the last time OFFLINE");
    }

    @Test
    void judgesOnceUntilAProbeIsGood() {
        MonitorDriver group = MonitorDriver.online(own("app"));
        for (int i = 0; i < 9; i++) {
            group.pass(10).bad("app");
        }
        assertThat(Collections.frequency(group.did(), FAILED)).isEqualTo(1);
        group.pass(10).good("app");
        for (int i = 0; i < 3; i++) {
            group.pass(10).bad("app");
        }
        assertThat(group.did()).contains(FAILED);
    }

    @ParameterizedTest
    @CsvSource({"1, once failed", "2, 2 times failed"})
    void judgesByAsManyAsItIsTold(int failures, String words) {
        Monitor site = users("site").failures(failures).build();
        MonitorDriver group = MonitorDriver.online(site);
        for (int i = 0; i < failures; i++) {
            group.pass(10).bad("site");
        }
        assertThat(group.did()).endsWith("verdict of site: " + words + ", the last time FAILED: broken");
    }

    @Test
    void takesUnknownForNeitherGoodNorForNothing() {
        MonitorDriver group = MonitorDriver.online(own("app"));
        group.pass(10)
                .bad("app")
                .pass(10)
                .unknown("app")
                .pass(10)
                .bad("app")
                .pass(10)
                .unknown("app");
        assertThat(group.did()).doesNotContain(FAILED);
        group.pass(10).unknown("app");
        assertThat(group.did())
                .containsExactly(
                        "probe app", "verdict of app: nothing was found out 3 times, the last time UNKNOWN: hidden");
    }

    @Test
    void bearsAsManyUnknownProbesAsItIsTold() {
        MonitorDriver group =
                MonitorDriver.online(users("site").failures(1).unknowns(5).build());
        for (int i = 0; i < 4; i++) {
            group.pass(10).unknown("site");
        }
        assertThat(group.did()).containsOnly("probe site");
        group.pass(10).unknown("site");
        assertThat(group.did()).anyMatch(it -> it.contains("nothing was found out 5 times"));
    }

    @Test
    void countsNothingWhereTheEngineHadNoTimeToProbe() {
        MonitorDriver group = MonitorDriver.online(own("app"));
        group.pass(10).bad("app");
        for (int i = 0; i < 9; i++) {
            group.pass(10).back("app", Probe.notMade("a call is under way"));
        }
        assertThat(group.did()).containsOnly("probe app");
        assertThat(group.suspicious()).as("the failure before is not forgotten").isTrue();
        MonitorDriver users = MonitorDriver.online(users("site").build());
        users.pass(10)
                .back("site", Probe.notMade("a user cannot get out of it"))
                .pass(10);
        assertThat(users.suspicious()).isTrue();
    }

    @Test
    void interruptsAProbeAtItsTimeoutAndBeginsNoOtherUntilItIsBack() {
        MonitorDriver group = MonitorDriver.online(users("site").failures(3).build());
        group.pass(10).pass(4);
        assertThat(group.did()).containsExactly("probe site", "interrupt site");
        group.pass(6);
        assertThat(group.did()).isEmpty();
        group.good("site"); // late: says nothing
        assertThat(group.suspicious()).isTrue();
        group.pass(10);
        assertThat(group.did()).containsExactly("probe site");
        group.good("site");
        assertThat(group.suspicious()).isFalse();
    }

    @Test
    void judgesAProbeThatNeverComesBack() {
        MonitorDriver group = MonitorDriver.online(users("site").build()).pass(100);
        assertThat(group.did())
                .containsExactly(
                        "probe site",
                        "interrupt site",
                        "verdict of site: nothing was found out 2 times, the last time UNKNOWN: the probe that was given up has"
                                + " still not come back");
    }

    @Test
    void leavesTheEngineTimeToEndAProbeOfAResource() {
        MonitorDriver group = MonitorDriver.online(own("app")).pass(14);
        assertThat(group.did()).containsExactly("probe app");
        group.pass(1);
        assertThat(group.did()).as("twice the deadline and a second").containsExactly("interrupt app");
    }

    @Test
    void takesAReportForAFailedProbeAndLooksAtOnce() {
        MonitorDriver group = MonitorDriver.online(own("app"), own("other")).report("app");
        assertThat(group.did()).containsExactly("probe app");
        group.bad("app").report("app");
        assertThat(group.did())
                .containsExactly("verdict of app: 3 times failed, the last time FAILED: reported as failed");
    }

    @Test
    void looksOnAtItsIntervalAfterAReport() {
        MonitorDriver group = MonitorDriver.online(own("app"))
                .pass(3)
                .report("app")
                .bad("app")
                .pass(9);
        assertThat(group.did()).containsExactly("probe app");
        group.pass(1);
        assertThat(group.did()).containsExactly("probe app");
        group.good("app").pass(10);
        assertThat(group.did()).containsExactly("probe app");
    }

    @Test
    void takesAProbeFromBeforeAReportForNoneWhereItIsGood() {
        MonitorDriver group = MonitorDriver.online(own("app")).pass(10).report("app");
        assertThat(group.did()).containsExactly("probe app");
        group.good("app");
        assertThat(group.did()).as("again, at once").containsExactly("probe app");
        assertThat(group.suspicious()).isTrue();
        group.good("app");
        assertThat(group.suspicious()).isFalse();
        assertThat(group.did()).isEmpty();
    }

    @Test
    void leavesUsersMonitorsOutOfAReport() {
        MonitorDriver group = MonitorDriver.online(users("site").build()).report("app");
        assertThat(group.did()).isEmpty();
        assertThat(group.suspicious()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Availability.class,
            names = {"OFFLINE", "BUSY"})
    void looksNoMoreAndForgetsWhenTheGroupIsNotOnline(Availability group) {
        MonitorDriver web = MonitorDriver.online(own("app"), users("site").build());
        web.pass(10).bad("app").bad("site").pass(10).bad("app");
        web.did();
        web.group(group);
        assertThat(web.did()).containsExactly("interrupt site");
        web.bad("site").report("app").pass(100);
        assertThat(web.did()).isEmpty();
        assertThat(web.timers()).isZero();
        web.group(Availability.ONLINE).pass(10).bad("app").bad("site");
        assertThat(web.did()).containsExactly("probe app", "probe site");
    }

    @Test
    void staysAtItWhileTheGroupIsOnlineWithAFailure() {
        assertThat(Availability.of(GroupState.ONLINE_FAILURE)).isEqualTo(Availability.ONLINE);
        MonitorDriver group = MonitorDriver.online(own("app"));
        group.pass(10)
                .bad("app")
                .group(Availability.ONLINE)
                .pass(10)
                .bad("app")
                .pass(10)
                .bad("app");
        assertThat(group.did()).contains(FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, OFFLINE",
        "OFFLINE, OFFLINE",
        "ONLINE_PENDING, BUSY",
        "ONLINE, ONLINE",
        "OFFLINE_PENDING, BUSY",
        "OFFLINE_FAILURE, BUSY"
    })
    void looksAsTheGroupsStateAllows(GroupState state, Availability group) {
        assertThat(Availability.of(state)).isEqualTo(group);
    }

    @Test
    void looksAlwaysWhereItIsToldTo() {
        Monitor gateway = users("gateway").timing(Monitor.Timing.ALWAYS).build();
        MonitorDriver group = new MonitorDriver(gateway, own("app")).group(Availability.OFFLINE);
        group.pass(10).good("gateway");
        assertThat(group.did()).containsExactly("probe gateway");
        group.group(Availability.BUSY).pass(100);
        assertThat(group.did()).isEmpty();
        group.group(Availability.ONLINE).pass(10).bad("gateway").good("app").pass(10);
        assertThat(group.did()).contains("probe gateway", "probe app");
    }

    @Test
    void waitsForTheStartDelayAndThenForItsInterval() {
        MonitorDriver group = MonitorDriver.online(
                users("site").startDelay(Duration.ofSeconds(25)).build(), own("app"));
        group.pass(29).good("app");
        assertThat(group.did()).doesNotContain("probe site");
        group.pass(1);
        assertThat(group.did()).contains("probe site");
    }

    @Test
    void looksNotWhileSuspendedAndCountsFromNothingAfterwards() {
        MonitorDriver group = MonitorDriver.online(own("app"));
        group.pass(10).bad("app").pass(10).bad("app").pass(10);
        group.did();
        group.suspend().suspend();
        assertThat(group.did()).containsExactly("interrupt app");
        group.bad("app").pass(100).report("app");
        assertThat(group.did()).isEmpty();
        assertThat(group.timers()).isZero();
        group.resume().resume().pass(10).bad("app").pass(10).bad("app");
        assertThat(group.did()).containsExactly("probe app", "probe app");
        group.pass(10).bad("app");
        assertThat(group.did()).contains(FAILED);
    }

    @Test
    void judgesAnewAfterASuspension() {
        MonitorDriver group = MonitorDriver.online(users("site").failures(1).build());
        group.pass(10).bad("site").suspend().resume().pass(10).bad("site");
        assertThat(group.did())
                .filteredOn(it -> it.startsWith("verdict"))
                .as("once before and once after")
                .hasSize(2);
    }

    @Test
    void beginsSuspendedWhereItIsSuspendedBeforeTheGroupIsOnline() {
        MonitorDriver group = new MonitorDriver(own("app"))
                .suspend()
                .group(Availability.ONLINE)
                .pass(60);
        assertThat(group.did()).isEmpty();
        group.resume().pass(10);
        assertThat(group.did()).containsExactly("probe app");
    }

    @Test
    void endsForGood() {
        MonitorDriver group = MonitorDriver.online(own("app")).pass(10).close();
        assertThat(group.did()).containsExactly("probe app", "interrupt app");
        group.bad("app")
                .resume()
                .group(Availability.OFFLINE)
                .group(Availability.ONLINE)
                .pass(100);
        assertThat(group.did()).isEmpty();
        assertThat(group.timers()).isZero();
    }

    @Test
    void ignoresWhatItDidNotAskFor() {
        MonitorDriver group = MonitorDriver.online(users("site").failures(1).build());
        group.feed(new MonitorInput.Probed(0, 99, Probe.failed("stray")));
        assertThat(group.suspicious()).isFalse();
        assertThat(group.did()).isEmpty();
    }

    @Test
    void earlierStatesDoNotChange() {
        Monitor app = own("app");
        MonitorState before = MonitorState.initial(1);
        MonitorCore.decide(java.util.List.of(app), before, new MonitorInput.GroupBecame(Availability.ONLINE), 5);
        assertThat(before.group).isEqualTo(Availability.BUSY);
        assertThat(before.tracks[0].looks).isFalse();
        assertThat(before.beats).isEmpty();
    }
}
