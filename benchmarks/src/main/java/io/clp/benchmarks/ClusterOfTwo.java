package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.FailoverPolicy;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * IIS in one-way standby on a fake cluster of two with the latencies of a Windows server: a real member on each node, every
 * invariant checked. What goes wrong is drawn from the seed.
 */
final class ClusterOfTwo implements AutoCloseable {
    private static final int LONGEST_SECONDS = 300;
    private static final int UNRELIABLE_MAX = 100;
    private static final int FENCING_MILLIS_MAX = 2_000;
    private static final int ROUND_TRIP_MILLIS_MAX = 20;

    /** The group of {@link TwoNodes}, which may fail over again and again. */
    static final FailoverGroup WEB = TwoNodes.web()
            .failover(FailoverPolicy.builder().within(Duration.ofSeconds(1)).build())
            .build();

    private final FakeCluster cluster;
    private final Random chance;

    /** What ends a group's hold on its node. */
    enum Loss {
        POWER {
            @Override
            void strike(FakeCluster cluster, FakeNode node) {
                node.powerOff();
            }
        },
        PROCESS {
            @Override
            void strike(FakeCluster cluster, FakeNode node) {
                node.killProcess();
            }
        },
        CONTACT {
            @Override
            void strike(FakeCluster cluster, FakeNode node) {
                cluster.link(node.controller().nodeId().value()).cut();
            }
        },
        PAUSE {
            @Override
            void strike(FakeCluster cluster, FakeNode node) {
                node.pause();
            }
        },
        FREEZE {
            @Override
            void strike(FakeCluster cluster, FakeNode node) {
                node.freeze();
            }
        };

        abstract void strike(FakeCluster cluster, FakeNode node);
    }

    ClusterOfTwo(long seed) {
        QuietLog.begin();
        cluster = FakeCluster.builder()
                .nodes("SV1", "SV2")
                .latencies(Latencies.windowsServer())
                .seed(seed)
                .build();
        chance = new Random(seed);
        cluster.start(WEB);
        cluster.settle();
    }

    /** Takes the active node away in a way that is drawn, waits until the other one has the group online, and brings the first one back. */
    NodeId failOver() {
        FakeNode active = active();
        for (String name : List.of("SV1", "SV2")) {
            if (chance.nextBoolean()) {
                cluster.link(name).unreliable(chance.nextInt(UNRELIABLE_MAX));
            }
            if (chance.nextBoolean()) {
                cluster.link(name).slow(Duration.ofMillis(chance.nextInt(ROUND_TRIP_MILLIS_MAX)));
            }
        }
        cluster.fencer().takes(Duration.ofMillis(chance.nextInt(FENCING_MILLIS_MAX)));
        Loss[] losses = Loss.values();
        losses[chance.nextInt(losses.length)].strike(cluster, active);
        FakeNode next = cluster.nodes().get(active == cluster.nodes().get(0) ? 1 : 0);
        for (int second = 0; next.controller().view(WEB).state() != GroupState.ONLINE; second++) {
            if (second == LONGEST_SECONDS) {
                throw new IllegalStateException("no failover to " + next + "\n" + cluster.trace());
            }
            cluster.advance(Duration.ofSeconds(1));
        }
        cluster.heal();
        active.powerOff();
        active.boot();
        cluster.advance(Duration.ofSeconds(1));
        return next.controller().nodeId();
    }

    private FakeNode active() {
        return cluster.node(cluster.ownerOf(WEB).orElseThrow().value());
    }

    FakeCluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
