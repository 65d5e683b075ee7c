package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.failover.Exclusion;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.FinalAction;
import io.clp.failover.PlacementPolicy;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.ClusterFaults;
import io.clp.testkit.FaultSchedule.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All arenas; a seed is run in the one that its remainder names. */
final class Arenas {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final int OFTEN = 30;
    /** Of a seed, the remainder by this says the arena: more than there are, so that old seeds stay where they are when one is added. */
    private static final int PLACES = 32;
    /** A remainder that no arena has yet is that of one of the first so many: those there were when remainders were given away. */
    private static final int FIRST = 26;

    private static final List<Arena> DRAWN = List.of(
            Arena.free("four", end -> List.of(group("web", 0, plain(), alone(), "SV1", "SV2", "SV3", "SV4"))),
            Arena.free(
                    "pair",
                    end -> List.of(
                            group("web", 0, plain(), alone(), "SV1", "SV2"),
                            group("mail", 1, plain(), alone(), "SV2", "SV1"))),
            Arena.free(
                    "order",
                    end -> List.of(
                            group("db", 0, plain(), alone(), "SV1", "SV2"),
                            group(
                                    "app",
                                    1,
                                    plain(),
                                    placement().startAfter("db").build(),
                                    "SV2",
                                    "SV1"))),
            Arena.free(
                    "beside",
                    end -> List.of(
                            group("db", 0, plain(), alone(), "SV1", "SV2", "SV3"),
                            group(
                                    "app",
                                    1,
                                    plain(),
                                    placement().sameNodeAs("db").build(),
                                    "SV1",
                                    "SV2",
                                    "SV3"),
                            group("log", 2, plain(), placement().neverWith("db").build(), "SV1", "SV2", "SV3"))),
            Arena.free(
                    "absolute",
                    end -> List.of(
                            group("red", 0, plain(), exclusive(), "SV1", "SV2", "SV3"),
                            group("blue", 1, plain(), exclusive(), "SV2", "SV1", "SV3"))),
            sure(
                    "failback",
                    end -> List.of(group(
                            "web",
                            0,
                            policy().failback(true)
                                    .failovers(1)
                                    .finalAction(end)
                                    .build(),
                            alone(),
                            "SV1",
                            "SV2",
                            "SV3"))),
            sure(
                    "restarts",
                    end -> List.of(group(
                            "web",
                            0,
                            policy().restarts(1)
                                    .resetAfter(QUIET)
                                    .within(PERIOD)
                                    .build(),
                            alone(),
                            "SV1",
                            "SV2"))),
            Arena.free(
                    "byHand",
                    end -> List.of(group("web", 0, policy().automatic(false).build(), alone(), "SV1", "SV2", "SV3"))),
            sure(
                    "cap",
                    end -> List.of(group(
                            "web",
                            0,
                            policy().failovers(2)
                                    .resetAfter(SHORT)
                                    .finalAction(FinalAction.stopGroup())
                                    .build(),
                            alone(),
                            "SV1",
                            "SV2",
                            "SV3"))),
            sure(
                    "final",
                    end -> List.of(group(
                            "web", 0, policy().failovers(1).finalAction(end).build(), alone(), "SV1", "SV2"))));

    private static final List<Arena> ALL = Stream.of(DRAWN, OwnRules.all(), Monitored.all(), Moments.all())
            .flatMap(List::stream)
            .toList();

    private Arenas() {}

    static List<Arena> all() {
        return ALL;
    }

    static Arena of(long seed) {
        int place = Math.floorMod(seed, PLACES);
        return ALL.get(place < ALL.size() ? place : place % FIRST);
    }

    /** Returns a seed of an arena, always the same one. */
    static long seed(String arena, int index) {
        return (long) index * PLACES + ALL.indexOf(named(arena));
    }

    static Arena named(String name) {
        return ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arena " + name));
    }

    /** Services and machines fail; clocks are right, and links lose nothing. */
    private static Arena sure(String name, Function<FinalAction, List<FailoverGroup>> groups) {
        ClusterFaults faults = ClusterFaults.survivable();
        for (Kind kind : List.of(
                Kind.STEP_CLOCK,
                Kind.DRIFT_CLOCK,
                Kind.PARTITION,
                Kind.CUT_REQUESTS,
                Kind.CUT_ANSWERS,
                Kind.SLOW_LINK,
                Kind.LOSE_REQUESTS,
                Kind.LOSE_ANSWERS,
                Kind.DELAY_ANSWERS,
                Kind.UNRELIABLE,
                Kind.LOSE_QUORUM,
                Kind.EXPIRE_SESSION,
                Kind.PAUSE,
                Kind.FREEZE)) {
            faults = faults.weight(kind, 0);
        }
        ClusterFaults chosen = faults.weight(Kind.CRASH, OFTEN).weight(Kind.FAIL_START, OFTEN / 2);
        return new Arena(name, true, groups, it -> it.faults(chosen));
    }

    private static FailoverPolicy.Builder policy() {
        return FailoverPolicy.builder();
    }

    private static FailoverPolicy plain() {
        return policy().within(PERIOD).build();
    }

    private static PlacementPolicy.Builder placement() {
        return PlacementPolicy.builder();
    }

    private static PlacementPolicy alone() {
        return PlacementPolicy.defaults();
    }

    private static PlacementPolicy exclusive() {
        return placement().exclusion(Exclusion.ABSOLUTE).build();
    }

    private static FailoverGroup group(
            String id, int number, FailoverPolicy policy, PlacementPolicy placement, String... nodes) {
        return FailoverGroup.builder(id)
                .nodes(nodes)
                .failover(policy)
                .placement(placement)
                .resource(SwitchablePartition.builder("data")
                        .volume("\\\\?\\Volume{6f1c2f9e-0000-0000-000" + number + "-100000000000}\\")
                        .mountAt("EFG".charAt(number) + ":\\")
                        .build())
                .resource(VirtualIp.builder("vip")
                        .address("10.0.0.1" + number + "/24")
                        .build())
                .resource(
                        ServiceResource.builder("queue")
                                .service("Queue" + number)
                                .build(),
                        it -> it.policy(ResourcePolicy.builder()
                                .monitor(SHORT, 1)
                                .probe(Duration.ofSeconds(1))
                                .build()))
                .build();
    }
}
