package io.clp.benchmarks;

import io.clp.NodeId;
import io.clp.Operation;
import io.clp.StartReport;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.Latencies;
import java.time.Duration;

/**
 * How much longer than it must be is a failover in the simulation: from the loss of the active node to the group online on the other one,
 * without the time until the others are told of the loss, and without what the critical path of the start takes? All of it is virtual time.
 *
 * @param largest the most over all seeds
 * @param seed of which seed
 * @param seeds how many there were
 */
record FailureToOnline(Duration largest, long seed, int seeds) {
    /** Fails over once for each seed from 1 on, with the latencies of a Windows server. */
    static FailureToOnline measure(int seeds) {
        QuietLog.begin();
        FailureToOnline most = new FailureToOnline(Duration.ZERO, 0, seeds);
        for (long seed = 1; seed <= seeds; seed++) {
            Duration more = more(seed);
            if (more.compareTo(most.largest) > 0) {
                most = new FailureToOnline(more, seed, seeds);
            }
        }
        return most;
    }

    private static Duration more(long seed) {
        try (FakeCluster cluster = FakeCluster.builder()
                .nodes("SV1", "SV2")
                .latencies(Latencies.windowsServer())
                .seed(seed)
                .build()) {
            cluster.start(TwoNodes.WEB);
            cluster.advance(Duration.ofSeconds(1 + seed % 10)); // at any moment between two looks
            cluster.node("SV1").powerOff();
            cluster.settle();
            NodeId owner = cluster.ownerOf(TwoNodes.WEB).orElseThrow();
            StartReport start =
                    cluster.lastMove(TwoNodes.WEB).orElseThrow().start().orElseThrow();
            if (!owner.equals(NodeId.of("SV2")) || !start.node().equals(owner)) {
                throw new IllegalStateException("no failover with seed " + seed + "\n" + cluster.trace());
            }
            String trace = cluster.trace();
            Duration told = timeOf(trace, "SV1 coordination: lost");
            Duration online = timeOf(trace, "SV2 group web: ONLINE_PENDING -> ONLINE");
            Duration must =
                    start.criticalPath().stream().map(Operation::duration).reduce(Duration.ZERO, Duration::plus);
            return online.minus(told).minus(must);
        }
    }

    /** Returns when a line of a trace was written: hours, minutes, seconds and microseconds stand before it. */
    static Duration timeOf(String trace, String what) {
        String line = trace.lines()
                .filter(it -> it.substring(it.indexOf(' ') + 1).startsWith(what))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("no line \"" + what + "\" in\n" + trace));
        String[] parts = line.substring(0, line.indexOf(' ')).split("[:.]", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(Long.parseLong(parts[2]))
                .plusNanos(Long.parseLong(parts[3]) * 1_000);
    }
}
