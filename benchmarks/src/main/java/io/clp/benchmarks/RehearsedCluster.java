package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.FailoverPolicy;
import io.clp.rehearse.script.Answers;
import io.clp.rehearse.script.RehearsedScripts;
import io.clp.rehearse.script.ScriptRehearsed;
import io.clp.resource.ArmCommands;
import io.clp.resource.FloatingIp;
import io.clp.resource.ScriptResource;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A group with scripts on a fake cluster of two with the latencies of a Windows server, where the scripts are rehearsed. */
final class RehearsedCluster implements AutoCloseable {
    private static final int LONGEST_SECONDS = 300;
    private static final String FOLDER = "C:\\scripts\\web\\iis";
    private static final String START = GuideScripts.start("web");
    private static final String STOP = GuideScripts.stop("web");

    /** May fail over again and again. */
    static final FailoverGroup WEB = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(SwitchablePartition.builder("content")
                    .volume("\\\\?\\Volume{aaaaaaaa-0000-0000-0000-100000000000}\\")
                    .mountAt("D:\\")
                    .build())
            .resource(FloatingIp.builder("fip").address("10.0.0.10/24").build())
            .resource(ScriptResource.builder("iis")
                    .directory(FOLDER)
                    .start("start.bat")
                    .stop("stop.bat")
                    .armCommands(ArmCommands.PROVIDED)
                    .build())
            .failover(FailoverPolicy.builder().within(Duration.ofSeconds(1)).build())
            .build();

    private final FakeCluster cluster;
    private final RehearsedScripts scripts = new RehearsedScripts(RehearsedCluster::text, Answers.NONE);

    RehearsedCluster(long seed) {
        QuietLog.begin();
        cluster = FakeCluster.builder()
                .nodes("SV1", "SV2")
                .latencies(Latencies.windowsServer())
                .seed(seed)
                .build();
        cluster.nodes().forEach(it -> scripts.putOn(it, "start.bat", "stop.bat"));
        cluster.start(WEB);
        cluster.settle();
    }

    private static Optional<String> text(String path) {
        return switch (path.toLowerCase(Locale.ROOT)) {
            case "c:\\scripts\\web\\iis\\start.bat" -> Optional.of(START);
            case "c:\\scripts\\web\\iis\\stop.bat" -> Optional.of(STOP);
            default -> Optional.empty();
        };
    }

    /** Takes the power of the active node, waits until the other one has the group online, and boots the first again. */
    NodeId failOver() {
        FakeNode active = cluster.node(cluster.ownerOf(WEB).orElseThrow().value());
        FakeNode next = cluster.nodes().get(active == cluster.nodes().get(0) ? 1 : 0);
        active.powerOff();
        for (int second = 0; next.controller().view(WEB).state() != GroupState.ONLINE; second++) {
            if (second == LONGEST_SECONDS) {
                throw new IllegalStateException("no failover to " + next + "\n" + cluster.trace());
            }
            cluster.advance(Duration.ofSeconds(1));
        }
        active.boot();
        cluster.advance(Duration.ofSeconds(1));
        return next.controller().nodeId();
    }

    /** Returns what ran so far. */
    List<ScriptRehearsed> scriptsRun() {
        return scripts.runs();
    }

    /** Returns the programs that were called and are not known. */
    List<String> notRehearsed() {
        return scripts.notRehearsed();
    }

    FakeCluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
