package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.monitor.Monitor;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.ClusterFaults;
import io.clp.testkit.FaultSchedule.Kind;
import io.clp.testkit.FaultTrial;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Arenas in which it matters what monitors are not to be heard for. */
final class Monitored {
    private static final List<Arena> ALL = List.of(failedAndPreferredElsewhere(), slowStops());

    private Monitored() {}

    static List<Arena> all() {
        return ALL;
    }

    /** A group has failed, its monitor is not sure yet, and the node that it prefers is back: it is recovered where it is first. */
    private static Arena failedAndPreferredElsewhere() {
        return written(
                "failed and preferred elsewhere",
                FailoverPolicy.builder().failback(true).restarts(1).build(),
                it -> it,
                JudgedBy::failbackFromHealth,
                script -> script.then(Kind.POWER_OFF, "SV1", Duration.ofMinutes(2))
                        .then(Kind.CRASH, "SV2", Duration.ofSeconds(2))
                        .then(Kind.BOOT, "SV1", Duration.ofMinutes(4)));
    }

    /** A group is stopped by hand; its service is down long before the stop is over. */
    private static Arena slowStops() {
        Latencies slow = Latencies.none().volumeOffline(Latency.fixed(Duration.ofSeconds(45)));
        return written(
                "slow stops",
                FailoverPolicy.builder().restarts(1).build(),
                trial -> trial.cluster(it -> it.latencies(slow)),
                JudgedBy::staysStopped,
                script -> script.then(Kind.STOP, "SV1", Duration.ofMinutes(5)));
    }

    private static Arena written(
            String name,
            FailoverPolicy policy,
            UnaryOperator<FaultTrial> trial,
            Arena.Rules rules,
            Consumer<Script> script) {
        return new Arena(name, false, end -> List.of(group(policy)), it -> trial.apply(it.faults(ClusterFaults.none())))
                .written(seed -> Script.written(seed, script))
                .ruledBy(rules);
    }

    private static FailoverGroup group(FailoverPolicy policy) {
        TellingService app = new TellingService("app", "App1");
        return FailoverGroup.builder("web")
                .nodes("SV1", "SV2")
                .resource(SwitchablePartition.builder("content")
                        .volume("\\\\?\\Volume{6f1c2f9e-0000-0000-0001-100000000000}\\")
                        .mountAt("E:\\")
                        .build())
                .resource(
                        app,
                        it -> it.policy(ResourcePolicy.builder()
                                .monitor(Duration.ofMinutes(1), 3)
                                .build()))
                .monitor(Monitor.builder("answers")
                        .watches("app")
                        .every(Duration.ofSeconds(10))
                        .failures(3)
                        .probe(context -> app.asked(context.nodeId()))
                        .build())
                .failover(policy)
                .build();
    }
}
