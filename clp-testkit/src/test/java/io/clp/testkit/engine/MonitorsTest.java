package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupState;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.internal.monitor.GroupMonitors;
import io.clp.internal.monitor.Verdict;
import io.clp.monitor.Monitor;
import io.clp.resource.Probe;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The monitors of a group on a fake node: what they notice, when, and what they leave alone. */
class MonitorsTest {
    private static final String VOLUME = "\\\\?\\Volume{0b7d4411-0000-0000-0000-100000000000}\\";
    private static final String OTHER = "\\\\?\\Volume{0b7d4411-0000-0000-0000-200000000000}\\";

    private final Piece app = new Piece("app");
    private final AtomicInteger site = new AtomicInteger();
    private volatile Look look = () -> Probe.online();

    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(
                    SwitchablePartition.builder("disk")
                            .volume(VOLUME)
                            .mountAt("E:\\")
                            .build(),
                    it -> it.policy(Lab.QUICK))
            .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build(), it -> it.policy(Lab.QUICK))
            .resource(ServiceResource.builder("mq").service("MQ").build(), it -> it.policy(Lab.QUICK))
            .resource(app, it -> it.policy(Lab.QUICK))
            .monitor(Monitor.builder("site")
                    .watches("app")
                    .failures(2)
                    .probe(context -> {
                        site.incrementAndGet();
                        return look.probe();
                    })
                    .build())
            .build();
    private final Lab lab = Lab.of(web);
    private final List<Verdict> verdicts = new ArrayList<>();
    private final GroupMonitors monitors = new GroupMonitors(lab.node, web, lab.platform.timeline(), verdicts::add);

    /** What the user's monitor does. */
    @FunctionalInterface
    private interface Look {
        Probe probe() throws Exception;
    }

    @BeforeEach
    void start() {
        lab.node.on(GroupChanged.class, it -> monitors.groupBecame(it.to()));
        monitors.begin();
        lab.start(web);
    }

    @AfterEach
    void close() {
        monitors.close();
        lab.close();
    }

    @Test
    void findNothingWhereAllIsWell() {
        lab.platform.advance(Duration.ofHours(1));
        assertThat(verdicts).isEmpty();
        assertThat(site).hasValueBetween(350, 360);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void noticeAServiceThatSomebodyStoppedByHand() {
        lab.platform.services().stop("MQ");
        lab.platform.settle(); // detection is work that is waited for
        assertThat(verdicts).singleElement().satisfies(it -> {
            assertThat(it.resource()).isEqualTo(ResourceId.of("mq"));
            assertThat(it.monitor().value()).isEqualTo("mq");
            assertThat(it.why()).contains("3 times failed").contains("OFFLINE");
        });
    }

    @Test
    void noticeAServiceThatIsPaused() {
        lab.platform.service("MQ").pause();
        lab.platform.settle();
        assertThat(verdicts).singleElement().satisfies(it -> assertThat(it.why())
                .contains("paused"));
    }

    @Test
    void noticeAnAddressThatSomebodyTookAway() {
        lab.platform.addresses().remove("10.0.0.10");
        lab.platform.settle();
        assertThat(verdicts).singleElement().satisfies(it -> assertThat(it.resource())
                .isEqualTo(ResourceId.of("vip")));
    }

    @Test
    void noticeADiskWhosePathIsLost() {
        lab.platform.volume(VOLUME).disconnect();
        lab.platform.settle();
        assertThat(verdicts).singleElement().satisfies(it -> {
            assertThat(it.resource()).isEqualTo(ResourceId.of("disk"));
            assertThat(it.why()).contains("cannot be read");
        });
    }

    @Test
    void noticeAVolumeThatIsGoneAndOneThatIsTheWrongOne() {
        lab.platform.volumes().offline(VOLUME, "E:\\");
        lab.platform.settle();
        assertThat(verdicts).singleElement().satisfies(it -> assertThat(it.why())
                .endsWith("OFFLINE"));
        lab.platform.provide(Lab.group(
                "other",
                SwitchablePartition.builder("disk")
                        .volume(OTHER)
                        .mountAt("F:\\")
                        .build()));
        lab.platform.volumes().online(OTHER, "E:\\");
        monitors.suspend();
        monitors.resume(); // counts from nothing
        lab.platform.settle();
        assertThat(verdicts).hasSize(2).last().satisfies(it -> assertThat(it.why())
                .contains("names another volume"));
    }

    @Test
    void judgeNothingThatIsWellAgainInTime() {
        lab.platform.services().stop("MQ");
        lab.platform.advance(SECOND.multipliedBy(25));
        lab.platform.services().start("MQ");
        lab.platform.settle();
        lab.platform.advance(Duration.ofMinutes(10));
        assertThat(verdicts).isEmpty();
    }

    @Test
    void judgeAProbeThatHangsAndAskNothingMoreOfIt() {
        Hang hang = new Hang(() -> lab.platform);
        app.probe(context -> {
            hang.run(context);
            return Probe.online();
        });
        lab.platform.advance(Duration.ofMinutes(2));
        assertThat(verdicts).singleElement().satisfies(it -> {
            assertThat(it.resource()).isEqualTo(ResourceId.of("app"));
            assertThat(it.why()).contains("nothing was found out 3 times").contains("has still not come back");
        });
        app.probe(context -> Probe.online());
        hang.release();
        lab.platform.advance(Duration.ofMinutes(2));
        assertThat(verdicts).hasSize(1);
    }

    @Test
    void judgeAUsersProbeThatHangsAndNeverRunTwoOfThem() {
        Hang hang = new Hang(() -> lab.platform);
        look = () -> {
            hang.run(null);
            return Probe.online();
        };
        lab.platform.advance(Duration.ofMinutes(5));
        assertThat(site).hasValue(1);
        assertThat(verdicts)
                .singleElement()
                .satisfies(it -> assertThat(it.monitor().value()).isEqualTo("site"));
        look = () -> Probe.online();
        hang.release();
        lab.platform.advance(SECOND.multipliedBy(10));
        assertThat(site).hasValue(2);
    }

    @Test
    void takeWhatAUsersProbeThrowsForUnknown() {
        look = () -> {
            throw new AssertionError("a user's fault");
        };
        lab.platform.settle();
        assertThat(verdicts).singleElement().satisfies(it -> assertThat(it.why())
                .contains("nothing was found out 2 times")
                .contains("a user's fault"));
        verdicts.clear();
        look = () -> null;
        monitors.suspend();
        monitors.resume();
        lab.platform.settle();
        assertThat(verdicts).singleElement().satisfies(it -> assertThat(it.why())
                .contains("returned null"));
    }

    @Test
    void leaveTheGroupAloneWhileItStopsAndIsOffline() {
        lab.stop(web);
        lab.platform.settle();
        int before = site.get();
        lab.platform.advance(Duration.ofHours(1));
        assertThat(verdicts).isEmpty();
        assertThat(site).hasValue(before);
    }

    @Test
    void beginAnewWithTheNextStart() {
        lab.platform.services().stop("MQ");
        lab.platform.advance(SECOND.multipliedBy(25));
        lab.stop(web);
        lab.start(web);
        lab.platform.advance(SECOND.multipliedBy(25));
        assertThat(verdicts).isEmpty();
        lab.platform.services().stop("MQ");
        lab.platform.settle();
        assertThat(verdicts).hasSize(1);
    }

    @Test
    void countAReportAndLookAtOnce() {
        app.up(false);
        Duration before = lab.now();
        for (int i = 0; i < 2; i++) {
            lab.node.reportFailure(web, ResourceId.of("app"), "it says so");
            monitors.reported(ResourceId.of("app"));
            lab.platform.advance(Duration.ofMillis(1));
        }
        assertThat(verdicts).singleElement().satisfies(it -> assertThat(it.why())
                .contains("3 times failed"));
        assertThat(lab.now().minus(before)).isLessThan(SECOND);
    }

    @Test
    void mendAResourceThatWasReportedAndIsWell() {
        lab.node.reportFailure(web, ResourceId.of("app"), "a false alarm");
        monitors.reported(ResourceId.of("app"));
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE_FAILURE);
        lab.platform.settle();
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        assertThat(verdicts).isEmpty();
    }

    @Test
    void doNothingWhileSuspended() {
        monitors.suspend();
        lab.platform.services().stop("MQ");
        lab.platform.advance(Duration.ofHours(1));
        assertThat(verdicts).isEmpty();
        monitors.resume();
        lab.platform.settle();
        assertThat(verdicts).hasSize(1);
    }

    @Test
    void interruptWhatRunsWhenTheyEnd() {
        List<String> met = new ArrayList<>();
        look = () -> {
            try {
                lab.platform.timeline().sleep(SECOND.multipliedBy(4));
            } catch (InterruptedException e) {
                met.add("interrupted");
                throw e;
            }
            return Probe.online();
        };
        lab.platform.advance(SECOND.multipliedBy(12));
        monitors.close();
        lab.platform.settle();
        assertThat(met).containsExactly("interrupted");
        int before = site.get();
        lab.platform.services().stop("MQ");
        lab.platform.advance(Duration.ofHours(1));
        assertThat(verdicts).isEmpty();
        assertThat(site).hasValue(before);
    }

    @Test
    void outliveWhoeverIsToldOfTheirVerdicts() {
        List<Verdict> heard = new ArrayList<>();
        GroupMonitors others = new GroupMonitors(lab.node, web, lab.platform.timeline(), it -> {
            heard.add(it);
            throw new AssertionError("a fault of whoever is told");
        });
        others.begin();
        lab.platform.services().stop("MQ");
        lab.platform.settle();
        lab.platform.addresses().remove("10.0.0.10");
        lab.platform.settle();
        assertThat(heard).extracting(it -> it.resource().value()).containsExactly("mq", "vip");
        others.close();
    }

    @Test
    void countNothingWhileACallIsUnderWay() {
        app.recovered(context -> context.timeline().sleep(SECOND.multipliedBy(9)));
        for (int i = 0; i < 10; i++) {
            lab.node.recover(web); // busy nine seconds of nine: the engine has no time for probes
        }
        assertThat(verdicts).isEmpty();
        lab.platform.services().stop("MQ");
        lab.platform.settle();
        assertThat(verdicts).hasSize(1);
    }

    @Test
    void areForTheNodeWhereTheGroupIs() {
        List<Verdict> told = new ArrayList<>();
        FailoverGroup quiet = Lab.group(
                "quiet",
                ResourcePolicy.builder().monitor(SECOND.multipliedBy(10), 1).build(),
                new Piece("q"));
        lab.node.add(quiet);
        try (GroupMonitors idle = new GroupMonitors(lab.node, quiet, lab.platform.timeline(), told::add)) {
            idle.begin();
            lab.platform.advance(Duration.ofHours(1));
            assertThat(told).isEmpty();
            lab.node.start(quiet, StartCause.START);
            idle.begin();
            ((Piece) quiet.resource("q")).up(false);
            lab.platform.settle();
            assertThat(told).hasSize(1);
        }
    }
}
