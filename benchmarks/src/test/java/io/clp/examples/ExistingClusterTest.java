package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.config.ClusterDefinition;
import io.clp.config.ReadReport;
import io.clp.resource.Probe;
import io.clp.script.BatchScript;
import io.clp.script.ScriptLint;
import io.clp.script.ScriptRule;
import io.clp.testkit.FakeCluster;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The configuration of a cluster that exists, and its scripts. */
class ExistingClusterTest {
    private static final Path CLP_CONF = Path.of("../clp-config/samples/figure5/clp.conf");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    @Test
    void aConfigurationBecomesGroups() {
        ClusterDefinition cluster = ClusterDefinition.read(CLP_CONF); // scripts\GROUP\RESOURCE\start.bat beside it
        List<FailoverGroup> groups = cluster.groups();
        for (ReadReport.Entry it : cluster.report().entries(ReadReport.Fate.LEFT_OUT)) {
            System.out.println(it); // 20:2: heartbeat: left out: how nodes see each other ...
        }
        assertThat(groups).extracting(it -> it.id().value()).containsExactly("group1", "group2");
        assertThat(cluster.toJava()).contains("FailoverGroup.builder(\"group1\")");
    }

    @Test
    void itsGroupsMoveOnFakeMachines() {
        ClusterDefinition cluster = ClusterDefinition.read(CLP_CONF);
        // A real web server is not asked in virtual time.
        FailoverGroup group1 = cluster.groups(web -> context -> Probe.online()).get(0);

        try (FakeCluster fake = FakeCluster.builder().nodes("SV1", "SV2").build()) {
            for (String node : List.of("SV1", "SV2")) {
                fake.node(node).commands().when("start.bat", call -> call.armLoad("WWWService", "W3SVC"));
                fake.node(node).commands().when("stop.bat", call -> call.armKill("WWWService"));
            }
            fake.start(group1);
            fake.node("SV1").powerOff();
            fake.settle();

            assertThat(fake.ownerOf(group1)).contains(NodeId.of("SV2"));
            assertThat(fake.view(group1).state()).isEqualTo(GroupState.ONLINE);
        }
    }

    @Test
    void scriptsAreLookedThrough() throws IOException {
        Path folder = CLP_CONF.resolveSibling("scripts/group1/script1");
        BatchScript start = BatchScript.parse("start.bat", Files.readString(folder.resolve("start.bat"), SHIFT_JIS));
        BatchScript stop = BatchScript.parse("stop.bat", Files.readString(folder.resolve("stop.bat"), SHIFT_JIS));

        assertThat(ScriptLint.of(start, stop).iisVersion("10").twoWay(true).findings())
                .anySatisfy(it -> assertThat(it.rule()).isEqualTo(ScriptRule.MISSING_LABEL));
    }
}
