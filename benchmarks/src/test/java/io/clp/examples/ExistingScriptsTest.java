package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.StopCause;
import io.clp.platform.ServiceState;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeCommands;
import io.clp.testkit.FakeNode;

/** Existing scripts on fake machines: what they see, and what becomes of what they load. */
class ExistingScriptsTest {
    private final FailoverGroup web = ExistingScripts.web();

    private static void install(FakeCluster cluster) {
        for (String node : new String[] {"SV1", "SV2"}) {
            FakeCommands commands = cluster.node(node).commands();
            commands.when("START.BAT", call -> {
                call.armLoad("WWWService", "W3SVC");
                return 0;
            });
            commands.when("STOP.BAT", call -> {
                call.armKill("WWWService");
                return 1;
            });
        }
    }

    @FailoverTest(
            nodes = {"SV1", "SV2"},
            seeds = 20)
    void scriptsSeeWhyTheyRun(FakeCluster cluster) {
        install(cluster);
        cluster.start(web);

        cluster.move(web, "SV2");

        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
        assertThat(cluster.node("SV1").commands().calls("STOP.BAT"))
                .singleElement()
                .satisfies(call -> assertThat(call.environment())
                        .containsEntry("CLP_EVENT", "START")
                        .containsEntry("CLP_FACTOR", StopCause.GROUP_MOVE.clpFactor()) // "GROUPMOVE"
                        .containsEntry("CLP_SERVER", "HOME")
                        .containsEntry("CLP_DISK", "SUCCESS")
                        .containsEntry("CLP_GROUPNAME", "web"));
        assertThat(cluster.node("SV2").commands().calls("START.BAT"))
                .singleElement()
                .satisfies(call -> assertThat(call.environment()).containsEntry("CLP_SERVER", "OTHER"));
    }

    @FailoverTest(
            nodes = {"SV1", "SV2"},
            seeds = 20)
    void afterAPowerCutTheOtherNodeRunsThemAsAFailover(FakeCluster cluster) {
        install(cluster);
        cluster.start(web);

        cluster.node("SV1").powerOff();
        cluster.settle();

        FakeNode sv2 = cluster.node("SV2");
        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
        assertThat(sv2.commands().calls("START.BAT")).singleElement().satisfies(call -> assertThat(call.environment())
                .containsEntry("CLP_EVENT", "FAILOVER"));
        assertThat(sv2.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
    }

    /** Nothing on Windows shows whether START.BAT was run: what a new process finds is stopped before it is started again. */
    @FailoverTest(
            nodes = {"SV1", "SV2"},
            seeds = 20)
    void afterTheProcessDiedTheGroupIsOnlineInOnePlaceAgain(FakeCluster cluster) {
        install(cluster);
        cluster.start(web);
        FakeNode sv1 = cluster.node("SV1");

        sv1.killProcess();
        sv1.startProcess();
        cluster.settle();

        assertThat(cluster.view(web).state()).isEqualTo(GroupState.ONLINE);
    }
}
