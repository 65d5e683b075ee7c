package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.Fencer;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FaultSchedule.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code -Dclp.cluster.schedules=10000} runs so many seeds. */
class FaultTrialTest {
    private static final int SEEDS = Integer.getInteger("clp.cluster.schedules", 400);
    private static final int TWICE = 20;

    private final FailoverGroup web = group("web", 0, "SV1", "SV2", "SV3");
    private final FailoverGroup mail = group("mail", 1, "SV2", "SV3", "SV1");
    private final FaultTrial trial = FaultTrial.of(web, mail).cluster(it -> it.latencies(Latencies.windowsServer()));

    private static FailoverGroup group(String id, int number, String... nodes) {
        return FailoverGroup.builder(id)
                .nodes(nodes)
                .failover(FailoverPolicy.builder().within(Duration.ofMinutes(1)).build())
                .resource(SwitchablePartition.builder("data")
                        .volume("\\\\?\\Volume{6f1c2f9e-0000-0000-000" + number + "-100000000000}\\")
                        .mountAt("EF".charAt(number) + ":\\")
                        .build())
                .resource(VirtualIp.builder("vip")
                        .address("10.0.0.1" + number + "/24")
                        .build())
                .resource(ServiceResource.builder("queue")
                        .service("Queue" + number)
                        .build())
                .build();
    }

    @Test
    void everyChangeOfTheClustersCounts() {
        List<String> applied = new ArrayList<>();
        FaultTrial changed = FaultTrial.of(web)
                .cluster(it -> {
                    applied.add("first");
                    return it;
                })
                .cluster(it -> {
                    applied.add("second");
                    return it;
                });

        changed.check(1);

        assertThat(applied).startsWith("first", "second");
    }

    @Test
    void noScheduleBreaksARuleAndEveryGroupRunsAgain() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Set<Kind> drawn = EnumSet.noneOf(Kind.class);
        int moves = 0;
        int byHand = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            FaultOutcome outcome = trial.check(seed);
            digest.update(outcome.trace().getBytes(StandardCharsets.UTF_8));
            outcome.schedule().steps().forEach(it -> drawn.add(it.kind()));
            moves += outcome.moves();
            byHand += outcome.startedByHand();
        }
        assertThat(moves).as("groups that moved").isGreaterThan(SEEDS / 4);
        assertThat(byHand).as("groups that did not run by themselves").isLessThan(SEEDS / 4);
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Kind.FENCER_LIES, Kind.SERVICE_LIES)));
        Path traces = Files.createDirectories(Path.of("target", "traces"));
        Files.writeString(
                traces.resolve("cluster-schedules.sha256"),
                HexFormat.of().formatHex(digest.digest()) + "\n",
                StandardCharsets.US_ASCII);
    }

    /** What happens to nodes, links, sessions, clocks and the fencer leaves no trace once it is repaired. */
    @Test
    void whereNothingOfAGroupFailsEveryGroupRunsAgainByItself() {
        ClusterFaults faults = ClusterFaults.none();
        for (Kind kind : Kind.values()) {
            boolean ofNodes = kind.compareTo(Kind.FENCER_HEALS) <= 0 || kind == Kind.MOVE;
            faults = faults.weight(kind, ofNodes ? 1 : 0);
        }
        FaultTrial nodes = trial.faults(faults);
        for (long seed = 1; seed <= SEEDS / 2; seed++) {
            assertThat(nodes.check(seed).startedByHand()).as("seed " + seed).isZero();
        }
    }

    @Test
    void aSeedRunsTheSameTwice() {
        for (long seed = 1; seed <= TWICE; seed++) {
            assertThat(trial.check(seed).trace())
                    .as("seed " + seed)
                    .isEqualTo(trial.check(seed).trace());
        }
    }

    @Test
    void aLieIsFoundShrunkAndReplayed() {
        FaultTrial lying = trial.faults(ClusterFaults.none()
                .weight(Kind.FENCER_LIES, 1)
                .weight(Kind.KILL_PROCESS, 1)
                .weight(Kind.EXPIRE_SESSION, 1)
                .weight(Kind.STEP_CLOCK, 2)
                .steps(8, 8));
        AssertionError failure = null;
        for (long seed = 1; failure == null && seed < 50; seed++) {
            long next = seed;
            failure = catchThrowableOfType(AssertionError.class, () -> lying.check(next));
        }
        assertThat(failure)
                .hasMessageContaining("two machines hold resources of group")
                .hasMessageContaining("8 steps, of which 2 are enough")
                .hasMessageContaining("what had happened:\n0:00:00.000000 SV1 coordination: in contact")
                .hasMessageContaining("() {\n        trial.check(FaultSchedule.parse(\"\"\"\n            seed ");
        assertThat(failure).hasCauseInstanceOf(InvariantViolation.class);
        String story = failure.getMessage();
        String text = story.substring(story.indexOf("enough:\n") + 8, story.indexOf("\nwhat had happened"));
        FaultSchedule smallest = FaultSchedule.parse(text);
        assertThat(smallest.steps())
                .extracting(FaultSchedule.Step::kind)
                .containsExactlyInAnyOrder(Kind.FENCER_LIES, Kind.KILL_PROCESS);
        assertThat(lying.run(smallest).broken())
                .hasValueSatisfying(it -> assertThat(it).hasMessageContaining("two machines hold resources of group"));
    }

    @Test
    void aServiceThatLiesIsFound() {
        FaultOutcome outcome = trial.run(FaultSchedule.parse(
                "seed 3\n" //
                        + "SERVICE_LIES SV1 web 0 PT0S\n"
                        + "MOVE SV2 web 0 PT1M"));
        assertThat(outcome.broken()).hasValueSatisfying(it -> assertThat(it)
                .hasMessageContaining("two machines hold resources of group web"));
    }

    @Test
    void membersWithAFencerThatKnowsNothingDoNotRunEverything() {
        FaultOutcome outcome = trial.cluster(it -> it.fencer(Fencer.none()))
                .run(FaultSchedule.parse("seed 3\nPOWER_OFF SV1 web 0 PT10M"));
        assertThat(outcome.failed()).isFalse();
        assertThat(outcome.moves()).isZero();
    }

    @Test
    void aScheduleIsText() {
        FaultSchedule schedule = trial.schedule(17);
        assertThat(FaultSchedule.parse(schedule.toString())).isEqualTo(schedule);
        assertThat(FaultSchedule.parse("\n  " + schedule.toString().replace("\n", "\n\n    ") + "\n"))
                .isEqualTo(schedule);
        assertThatThrownBy(() -> FaultSchedule.parse("seed 1\nPOWER_OFF SV1"))
                .hasMessage("not a step of a schedule: POWER_OFF SV1");
        assertThatThrownBy(() -> FaultSchedule.parse("EXPLODE SV1 web 0 PT1S"))
                .hasMessage("not a step of a schedule: EXPLODE SV1 web 0 PT1S");
        assertThatThrownBy(() -> FaultSchedule.parse("BOOT SV1 web 0 PT-1S")).hasMessageContaining("BOOT SV1");
        assertThat(trial.run(FaultSchedule.parse("BOOT SV1 other 0 PT1S")).broken())
                .hasValueSatisfying(it -> assertThat(it).hasMessage("the trial has no group other"));
    }

    @Test
    void refusesFaultsThatMakeNoSense() {
        assertThatThrownBy(() -> ClusterFaults.none().weight(Kind.BOOT, -1)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> ClusterFaults.none().steps(3, 2)).hasMessageContaining("3 to 2");
        assertThatThrownBy(FaultTrial::of).hasMessageContaining("needs a group");
        assertThat(trial.faults(ClusterFaults.none()).schedule(5).steps()).isEmpty();
    }
}
