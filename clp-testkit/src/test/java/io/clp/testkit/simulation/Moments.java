package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.resource.ServiceResource;
import io.clp.testkit.ClusterFaults;
import io.clp.testkit.FaultSchedule.Kind;
import io.clp.testkit.FaultTrial;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Arenas in which something goes wrong just when something else is under way. */
final class Moments {
    private static final List<Arena> ALL = List.of(unreliableTakeovers(), contactLostInAStart());

    private Moments() {}

    static List<Arena> all() {
        return ALL;
    }

    /** Of those that take a dead node's group over, every third request is lost, or its answer. */
    private static Arena unreliableTakeovers() {
        return written("unreliable takeovers", it -> it, script -> script.then(Kind.UNRELIABLE, "SV2", Duration.ZERO)
                .then(Kind.UNRELIABLE, "SV3", Duration.ZERO)
                .then(Kind.POWER_OFF, "SV1", Duration.ofMinutes(2))
                .then(Kind.BOOT, "SV1", Duration.ofSeconds(20))
                .then(Kind.POWER_OFF, "SV2", Duration.ofMinutes(2)));
    }

    /** A node loses contact for good while it starts a group, which takes longer than that is noticed. */
    private static Arena contactLostInAStart() {
        Latencies slow = Latencies.none().serviceStart(Latency.fixed(Duration.ofSeconds(40)));
        return written(
                "contact lost in a start", trial -> trial.cluster(it -> it.latencies(slow)), script -> script.then(
                                Kind.FENCER_FAILS, "SV1", Duration.ZERO)
                        .then(Kind.MOVE, "SV2", Duration.ofSeconds(5))
                        .then(Kind.PARTITION, "SV2", Duration.ofMinutes(3))
                        .then(Kind.HEAL, "SV2", Duration.ofMinutes(2)));
    }

    private static Arena written(String name, UnaryOperator<FaultTrial> trial, Consumer<Script> script) {
        return new Arena(name, false, end -> List.of(group()), it -> trial.apply(it.faults(ClusterFaults.none())))
                .written(seed -> Script.written(seed, script))
                .ruledBy(happened -> Optional.empty());
    }

    private static FailoverGroup group() {
        return FailoverGroup.builder("web")
                .nodes("SV1", "SV2", "SV3")
                .resource(ServiceResource.builder("app").service("App1").build())
                .failover(FailoverPolicy.builder().within(Duration.ofMinutes(1)).build())
                .build();
    }
}
