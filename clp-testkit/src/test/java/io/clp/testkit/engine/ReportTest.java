package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.GroupOperationException;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.OperationEnded;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.ServiceInterrupted;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.platform.NodeThing;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a call tells of itself. */
class ReportTest {
    private final Piece disk = new Piece("disk").takes(SECOND.multipliedBy(2));
    private final Piece vip = new Piece("vip").takes(SECOND.multipliedBy(3));
    private final Piece site = new Piece("site").takes(SECOND.multipliedBy(4));
    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1")
            .resource(disk)
            .resource(vip)
            .resource(site, it -> it.dependsOn("disk"))
            .build();

    @Test
    void hasEveryOperationWithItsTimes() {
        try (Lab lab = Lab.of(web)) {
            lab.platform.advance(SECOND.multipliedBy(100));
            StartReport report = lab.node.start(web, StartCause.FAILOVER, 4);
            assertThat(report.group()).isEqualTo(GroupId.of("web"));
            assertThat(report.node()).isEqualTo(NodeId.of("SV1"));
            assertThat(report.cause()).isEqualTo(StartCause.FAILOVER);
            assertThat(report.epoch()).isEqualTo(4);
            assertThat(report.failures()).isEmpty();
            assertThat(report.operations())
                    .filteredOn(it -> it.kind() == Operation.Kind.ONLINE)
                    .extracting(it -> it.resource() + " " + it.startedAt().toSeconds() + " "
                            + it.duration().toSeconds() + " " + it.attempt() + " " + it.outcome())
                    .containsExactly("disk 0 2 1 DONE", "vip 0 3 1 DONE", "site 2 4 1 DONE");
            StopReport stop = lab.node.stop(web, StopCause.GROUP_MOVE);
            assertThat(stop.cause()).isEqualTo(StopCause.GROUP_MOVE);
            assertThat(stop.duration()).isEqualTo(SECOND.multipliedBy(6));
            assertThat(lab.heard(OperationEnded.class))
                    .hasSize(report.operations().size() + stop.operations().size());
        }
    }

    @Test
    void hasACriticalPathThatAddsUpToTheDuration() {
        try (Lab lab = Lab.of(web)) {
            StartReport report = lab.start(web);
            assertThat(report.criticalPath())
                    .filteredOn(it -> it.kind() == Operation.Kind.ONLINE)
                    .extracting(it -> it.resource().value())
                    .containsExactly("disk", "site");
            assertAddsUp(report);
            assertAddsUp(lab.stop(web));
        }
    }

    @Test
    void addsUpForEveryShapeOfAGroup() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            FailoverGroup.Builder group = FailoverGroup.builder("any").nodes("SV1");
            int size = 1 + random.nextInt(8);
            for (int i = 0; i < size; i++) {
                String[] below = i == 0 ? new String[0] : new String[] {"r" + random.nextInt(i)};
                Piece piece = new Piece("r" + i).takes(Duration.ofMillis(random.nextInt(5_000)));
                group.resource(piece, it -> it.dependsOn(below));
            }
            FailoverGroup any = group.build();
            try (Lab lab = Lab.of(any)) {
                assertAddsUp(lab.start(any));
                assertAddsUp(lab.stop(any));
            }
        }
    }

    @Test
    void isATableForPeople() {
        try (Lab lab = Lab.of(web)) {
            assertThat(lab.start(web).toString().lines())
                    .contains(
                            "group web on SV1: start (START): DONE in 6000.000 ms",
                            "* disk  ONLINE            +0.000 ms  2000.000 ms  DONE",
                            "  vip   ONLINE            +0.000 ms  3000.000 ms  DONE",
                            "* site  ONLINE         +2000.000 ms  4000.000 ms  DONE");
            site.offline(context -> {
                throw new IllegalStateException("still serving");
            });
            GroupOperationException failed = lab.stopFails(web);
            assertThat(failed.report().toString())
                    .contains("stop (GROUP_STOP): FAILED in ")
                    .contains("site: FAILED: ")
                    .contains("still serving");
        }
    }

    @Test
    void hasWhatTheResourcesLogged() {
        disk.online(context -> {
            context.log("mounted");
            context.broadcast("greeting", "home");
        });
        try (Lab lab = Lab.of(web)) {
            assertThat(lab.start(web).operations())
                    .flatExtracting(Operation::log)
                    .containsExactly("mounted", "ARMBCAST /MSG \"greeting [home]\" /A");
            assertThat(lab.platform.broadcasts()).singleElement().satisfies(it -> assertThat(it.key())
                    .isEqualTo("greeting"));
        }
    }

    @Test
    void tellsWhichOtherGroupWasWithoutAService() {
        Piece one = new Piece("one").uses(NodeThing.service("W3SVC"));
        Piece other = new Piece("other").uses(NodeThing.service("W3SVC")).online(context -> {
            context.timeline().sleep(SECOND);
            context.interrupted("W3SVC", SECOND);
        });
        FailoverGroup a = Lab.group("a", one);
        FailoverGroup b = Lab.group("b", other);
        try (Lab lab = Lab.of(a, b)) {
            assertThat(lab.start(b).interruptions()).isEmpty(); // nobody else was there
            lab.stop(b);
            lab.start(a);
            assertThat(lab.start(b).interruptions()).containsExactly(new ServiceInterrupted(a.id(), "W3SVC", SECOND));
        }
    }

    @Test
    void countsTheAttemptsOfOneOperationAsOneFailure() {
        Piece flaky = new Piece("flaky").online(context -> {
            context.timeline().sleep(SECOND);
            throw new IllegalStateException("again");
        });
        FailoverGroup thrice = FailoverGroup.builder("thrice")
                .nodes("SV1")
                .resource(
                        flaky,
                        it -> it.policy(io.clp.resource.ResourcePolicy.builder()
                                .online(SECOND.multipliedBy(5), 2)
                                .build()))
                .build();
        try (Lab lab = Lab.of(thrice)) {
            Report<?> report = lab.startFails(thrice).report();
            assertThat(report.failures()).hasSize(1);
            assertThat(report.failures().get(0).error().getSuppressed()).hasSize(2);
            assertThat(report.operations())
                    .filteredOn(it -> it.kind() == Operation.Kind.ONLINE)
                    .extracting(Operation::attempt, Operation::outcome)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, Outcome.FAILED),
                            org.assertj.core.groups.Tuple.tuple(2, Outcome.FAILED),
                            org.assertj.core.groups.Tuple.tuple(3, Outcome.FAILED));
        }
    }

    private static void assertAddsUp(Report<?> report) {
        List<Operation> path = report.criticalPath();
        Duration sum = path.stream().map(Operation::duration).reduce(Duration.ZERO, Duration::plus);
        assertThat(sum).as(report::toString).isEqualTo(report.duration());
        Duration at = Duration.ZERO;
        for (Operation operation : path) {
            assertThat(operation.startedAt()).as(report::toString).isEqualTo(at);
            at = at.plus(operation.duration());
        }
    }
}
