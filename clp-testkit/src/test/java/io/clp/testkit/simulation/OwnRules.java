package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.failover.Exclusion;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.ClusterFaults;
import io.clp.testkit.FaultSchedule.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Arenas with rules of their own, some with schedules that are written out. */
final class OwnRules {
    private static final String[] THREE = {"SV1", "SV2", "SV3"};

    private static final List<Arena> ALL = List.of(
            anything(),
            healing(),
            twoWay(),
            inOrder(),
            apart(),
            exclusive(),
            manual(),
            crashesFarApart(),
            crashesCloseTogether(),
            shortPartitions(),
            longPartitions(),
            stoppedByHand(),
            hangingStops(),
            earlierLife(),
            silentNode(),
            lostMemo());

    private OwnRules() {}

    static List<Arena> all() {
        return ALL;
    }

    private static FailoverGroup group(String id, int number, FailoverPolicy policy, String... nodes) {
        return group(id, number, policy, PlacementPolicy.defaults(), nodes);
    }

    private static FailoverGroup group(
            String id, int number, FailoverPolicy policy, PlacementPolicy placement, String... nodes) {
        return FailoverGroup.builder(id)
                .nodes(nodes)
                .resource(
                        SwitchablePartition.builder("content")
                                .volume("\\\\?\\Volume{6f1c2f9e-0000-0000-000" + number + "-100000000000}\\")
                                .mountAt((char) ('D' + number) + ":\\")
                                .build(),
                        it -> it.policy(monitored(60)))
                .resource(
                        VirtualIp.builder("vip")
                                .address("10.0.0." + (10 + number) + "/24")
                                .build(),
                        it -> it.policy(monitored(60)))
                .resource(
                        ServiceResource.builder("app").service("App" + number).build(), it -> it.policy(monitored(20)))
                .failover(policy)
                .placement(placement)
                .build();
    }

    private static ResourcePolicy monitored(int seconds) {
        return ResourcePolicy.builder().monitor(Duration.ofSeconds(seconds), 2).build();
    }

    private static Arena random(String name, Arena.Rules rules, FailoverGroup... groups) {
        return Arena.free(name, end -> List.of(groups)).ruledBy(rules);
    }

    /** Everything that can be survived, with final actions. */
    private static Arena anything() {
        return Arena.free(
                "anything",
                end -> List.of(group(
                        "web",
                        1,
                        FailoverPolicy.builder().restarts(1).finalAction(end).build(),
                        "SV1",
                        "SV2",
                        "SV3",
                        "SV4")));
    }

    /** What failed is forgotten after a minute, and nobody asks for a stop: whatever happened, the groups run again by themselves. */
    private static Arena healing() {
        FailoverPolicy forgiving = FailoverPolicy.builder()
                .within(Duration.ofMinutes(1))
                .resetAfter(Duration.ofMinutes(1))
                .build();
        ClusterFaults faults = ClusterFaults.survivable()
                .weight(Kind.STOP, 0)
                .weight(Kind.DRAIN, 0)
                .weight(Kind.HANG_ON_STOP, 0)
                .weight(Kind.STEP_CLOCK, 0);
        return new Arena(
                        "healing",
                        false,
                        end -> List.of(group("web", 1, forgiving, THREE), group("mail", 2, forgiving, "SV2", "SV3")),
                        it -> it.faults(faults))
                .ruledBy(JudgedBy::runsAgainByItself);
    }

    private static Arena twoWay() {
        FailoverPolicy back = FailoverPolicy.builder().failback(true).build();
        return random(
                "two-way",
                JudgedBy::failbackFromHealth,
                group("sales", 1, back, "SV1", "SV2"),
                group("hr", 2, back, "SV2", "SV1"));
    }

    private static Arena inOrder() {
        PlacementPolicy after =
                PlacementPolicy.builder().startAfter("db").sameNodeAs("db").build();
        return random(
                "in order",
                happened -> Optional.empty(),
                group("db", 1, FailoverPolicy.defaults(), THREE),
                group("web", 2, FailoverPolicy.defaults(), after, THREE));
    }

    private static Arena apart() {
        PlacementPolicy never = PlacementPolicy.builder().neverWith("live").build();
        FailoverPolicy back = FailoverPolicy.builder().failback(true).build();
        return random(
                "apart",
                happened -> happened.together("live", "test"),
                group("live", 1, back, THREE),
                group("test", 2, FailoverPolicy.defaults(), never, "SV3", "SV2", "SV1"));
    }

    private static Arena exclusive() {
        PlacementPolicy alone =
                PlacementPolicy.builder().exclusion(Exclusion.ABSOLUTE).build();
        return random(
                "exclusive",
                happened -> happened.together("a", "b"),
                group("a", 1, FailoverPolicy.builder().failback(true).build(), alone, THREE),
                group("b", 2, FailoverPolicy.defaults(), alone, "SV2", "SV1", "SV3"));
    }

    private static Arena manual() {
        return Arena.free(
                        "manual",
                        end -> List.of(group(
                                "web",
                                1,
                                FailoverPolicy.builder()
                                        .automatic(false)
                                        .finalAction(end)
                                        .build(),
                                THREE)))
                .ruledBy(happened -> JudgedBy.neverFailsOver(happened, "web"));
    }

    private static Arena written(String name, FailoverGroup group, Arena.Rules rules, Consumer<Script> script) {
        return new Arena(name, false, end -> List.of(group), it -> it.faults(ClusterFaults.none()))
                .written(seed -> Script.written(seed, script))
                .ruledBy(rules);
    }

    private static FailoverPolicy restarted() {
        return FailoverPolicy.builder()
                .restarts(1)
                .resetAfter(Duration.ofMinutes(10))
                .build();
    }

    private static Arena crashesFarApart() {
        return written(
                "crashes far apart",
                group("web", 1, restarted(), THREE),
                happened -> JudgedBy.neverFailsOver(happened, "web"),
                script -> {
                    for (int i = 0; i < 4; i++) {
                        script.then(Kind.CRASH, "SV1", Duration.ofMinutes(20));
                    }
                });
    }

    private static Arena crashesCloseTogether() {
        return written(
                "crashes close together",
                group("web", 1, restarted(), THREE),
                JudgedBy::failsOverAfterTheRestart,
                script -> script.then(Kind.CRASH, "SV1", Duration.ofMinutes(3))
                        .then(Kind.CRASH, "SV1", Duration.ofMinutes(3)));
    }

    private static Arena shortPartitions() {
        return written(
                "short partitions",
                group("web", 1, restarted(), THREE),
                JudgedBy::nothingGoesOffline,
                script -> script.then(Kind.PARTITION, "SV1", Duration.ofMillis(1_800))
                        .then(Kind.HEAL, "SV1", Duration.ofSeconds(30))
                        .then(Kind.PARTITION, "SV1", Duration.ofMillis(1_800))
                        .then(Kind.HEAL, "SV1", Duration.ofSeconds(30)));
    }

    private static Arena longPartitions() {
        return written(
                "long partitions",
                group("web", 1, restarted(), THREE),
                JudgedBy::theCutOffNodeGoesOffline,
                script -> script.then(Kind.FENCER_FAILS, "SV1", Duration.ZERO)
                        .then(Kind.PARTITION, "SV1", Duration.ofMinutes(6))
                        .then(Kind.HEAL, "SV1", Duration.ofMinutes(1)));
    }

    private static Arena stoppedByHand() {
        return written(
                "stopped by hand", group("web", 1, restarted(), THREE), JudgedBy::staysStopped, script -> script.then(
                                Kind.STOP, "SV1", Duration.ofMinutes(5))
                        .then(Kind.KILL_PROCESS, "SV1", Duration.ofMinutes(2))
                        .then(Kind.START_PROCESS, "SV1", Duration.ofMinutes(5)));
    }

    private static Arena hangingStops() {
        return written(
                "hanging stops", group("web", 1, restarted(), THREE), JudgedBy::parkedUntilAsked, script -> script.then(
                                Kind.HANG_ON_STOP, "SV1", Duration.ZERO)
                        .then(Kind.MOVE, "SV2", Duration.ofMinutes(20))
                        .then(Kind.RELEASE, "SV1", Duration.ofMinutes(20)));
    }

    /** While the fencer is asked about a node, that node is back, claims its group anew, and is gone again. */
    private static Arena earlierLife() {
        return written(
                "earlier life",
                group("web", 1, restarted(), THREE),
                happened -> Optional.empty(),
                script -> script.then(Kind.FENCER_SLOW, "SV1", Duration.ZERO)
                        .then(Kind.POWER_OFF, "SV1", Duration.ofSeconds(6))
                        .then(Kind.BOOT, "SV1", Duration.ofSeconds(1))
                        .then(Kind.KILL_PROCESS, "SV1", Duration.ofMinutes(2)));
    }

    /** A node that the others see and that does not hear them does not come for the group of a dead one: another one does. */
    private static Arena silentNode() {
        return written(
                "silent node", group("web", 1, restarted(), THREE), JudgedBy::runsSomewhere, script -> script.then(
                                Kind.FENCER_FAILS, "SV2", Duration.ZERO)
                        .then(Kind.CUT_ANSWERS, "SV2", Duration.ZERO)
                        .then(Kind.FENCER_HEALS, "SV2", Duration.ZERO)
                        .then(Kind.POWER_OFF, "SV1", Duration.ofMinutes(8)));
    }

    /** A group is stopped by hand while its node's first requests are lost, what it wants remembered among them. */
    private static Arena lostMemo() {
        return written("lost memo", group("web", 1, restarted(), THREE), JudgedBy::staysStopped, script -> script.then(
                        Kind.LOSE_REQUESTS, "SV1", Duration.ZERO)
                .then(Kind.STOP, "SV1", Duration.ofMinutes(2)));
    }
}
