package io.clp.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupState;
import io.clp.MoveEnded;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.failover.Claim;
import io.clp.failover.ClusterMember;
import io.clp.failover.Fencer;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakeMachines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members over the plainest register there is. */
class MembersTest {
    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1", "SV2", "SV3")
            .resource(SwitchablePartition.builder("content")
                    .volume("\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\")
                    .mountAt("E:\\")
                    .build())
            .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build())
            .resource(ServiceResource.builder("app").service("App").build())
            .build();
    private final Register register = new Register();
    private final Map<String, GroupController> controllers = new LinkedHashMap<>();
    private final Map<String, ClusterMember> members = new LinkedHashMap<>();
    private final List<MoveReport> moves = new ArrayList<>();
    private FakeMachines machines;

    @BeforeEach
    void build() {
        machines = FakeMachines.builder().provide(web).build();
        for (String node : List.of("SV1", "SV2", "SV3")) {
            GroupController controller =
                    GroupController.builder(machines.node(node)).groups(web).build();
            controller.on(MoveEnded.class, it -> moves.add(it.report()));
            controllers.put(node, controller);
            Fencer fencer = it -> {
                machines.node(it.value()).powerOff();
                return Fencer.Result.DEAD_FOR_SURE;
            };
            members.put(
                    node,
                    ClusterMember.builder(controller, register.session(node))
                            .fencer(fencer)
                            .build());
        }
    }

    @AfterEach
    void close() {
        machines.close();
    }

    private void joinAll() {
        members.values().forEach(ClusterMember::join);
        machines.settle();
    }

    @Test
    void theFirstNodeOfTheListStartsTheGroup() {
        joinAll();

        assertThat(register.claimOf("web")).isEqualTo(new Claim.HeldBy(NodeId.of("SV1"), 1));
        assertThat(controllers.get("SV1").view(web).state()).isEqualTo(GroupState.ONLINE);
        assertThat(controllers.get("SV2").view(web).state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void aLostNodesGroupIsTakenOverOnceItIsFenced() {
        joinAll();

        machines.node("SV1").powerOff();
        register.gone("SV1");
        machines.settle();

        assertThat(register.claimOf("web")).isEqualTo(new Claim.HeldBy(NodeId.of("SV2"), 2));
        assertThat(controllers.get("SV2").view(web).state()).isEqualTo(GroupState.ONLINE);
        assertThat(moves).hasSize(1);
    }

    @Test
    void aGroupIsMovedToWhereItIsAsked() {
        joinAll();

        MoveReport report = members.get("SV1").move(web, NodeId.of("SV3"));
        machines.settle();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(register.claimOf("web")).isEqualTo(new Claim.HeldBy(NodeId.of("SV3"), 2));
        assertThat(controllers.get("SV3").view(web).state()).isEqualTo(GroupState.ONLINE);
    }
}
