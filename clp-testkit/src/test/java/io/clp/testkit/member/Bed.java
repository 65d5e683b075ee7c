package io.clp.testkit.member;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupState;
import io.clp.MoveEnded;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.failover.ClusterMember;
import io.clp.failover.Connection;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.Fencer;
import io.clp.failover.PlacementPolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Fake machines with a member on each, over one {@link Register}. */
final class Bed implements AutoCloseable {
    final Register register = new Register();
    final FakeMachines machines;
    final List<MoveReport> moves = new ArrayList<>();
    final List<NodeId> fenced = new ArrayList<>();
    Fencer.Result fencerSays = Fencer.Result.DEAD_FOR_SURE;
    private final List<FailoverGroup> groups;
    private final Map<String, GroupController> controllers = new LinkedHashMap<>();
    private final Map<String, ClusterMember> members = new LinkedHashMap<>();
    private UnaryOperator<ClusterMember.Builder> settings = it -> it;

    Bed(FailoverGroup... groups) {
        this.groups = List.of(groups);
        machines = FakeMachines.builder().provide(groups).build();
    }

    /** A group of a partition, an address and a service, each the group's own. */
    static FailoverGroup group(String id, int number, FailoverPolicy policy, String... nodes) {
        return group(id, number, policy, PlacementPolicy.defaults(), nodes);
    }

    static FailoverGroup group(
            String id, int number, FailoverPolicy policy, PlacementPolicy placement, String... nodes) {
        return FailoverGroup.builder(id)
                .nodes(nodes)
                .resource(SwitchablePartition.builder("content")
                        .volume(volume(number))
                        .mountAt((char) ('D' + number) + ":\\")
                        .build())
                .resource(VirtualIp.builder("vip")
                        .address("10.0.0." + (10 + number) + "/24")
                        .build())
                .resource(ServiceResource.builder("app").service("App" + number).build())
                .failover(policy)
                .placement(placement)
                .build();
    }

    static FailoverGroup group(String id, int number, String... nodes) {
        return group(id, number, FailoverPolicy.defaults(), nodes);
    }

    static String volume(int number) {
        return "\\\\?\\Volume{6f1c2f9e-0000-0000-000" + number + "-100000000000}\\";
    }

    Bed with(UnaryOperator<ClusterMember.Builder> more) {
        settings = more;
        return this;
    }

    /** Begins the process of a node and joins. */
    ClusterMember join(String node) {
        begin(node).join();
        return member(node);
    }

    /** Begins the process of a node without joining. */
    ClusterMember begin(String node) {
        FakePlatform machine = machines.node(node);
        GroupController controller = GroupController.builder(machine)
                .groups(groups.toArray(FailoverGroup[]::new))
                .build();
        controller.on(MoveEnded.class, it -> moves.add(it.report()));
        controllers.put(node, controller);
        members.put(
                node,
                settings.apply(ClusterMember.builder(controller, register.session(node))
                                .fencer(this::fence))
                        .build());
        return member(node);
    }

    private Fencer.Result fence(NodeId node) {
        fenced.add(node);
        if (fencerSays == Fencer.Result.DEAD_FOR_SURE) {
            machines.node(node.value()).powerOff();
            register.gone(node.value());
        }
        return fencerSays;
    }

    Bed joinAll(String... nodes) {
        for (String node : nodes) {
            begin(node);
        }
        for (String node : nodes) {
            member(node).join();
        }
        machines.settle();
        return this;
    }

    ClusterMember member(String node) {
        return Objects.requireNonNull(members.get(node));
    }

    GroupController controller(String node) {
        return Objects.requireNonNull(controllers.get(node));
    }

    FakePlatform machine(String node) {
        return machines.node(node);
    }

    GroupState state(String node, FailoverGroup group) {
        return controller(node).view(group).state();
    }

    void settle() {
        machines.settle();
    }

    void advance(Duration time) {
        machines.advance(time);
    }

    void powerOff(String node) {
        machine(node).powerOff();
        register.gone(node);
    }

    /** Ends the process of a node; its session lives on for a while. */
    void killProcess(String node) {
        machine(node).killProcess();
        register.silence(node);
    }

    /** Ends the session of a node whose process is gone. */
    void expire(String node) {
        register.gone(node);
    }

    void connection(String node, Connection connection) {
        register.connection(node, connection);
    }

    /** Cuts a node off for so long that it knows it and the others count it as lost. */
    void cutOff(String node) {
        register.connection(node, Connection.LOST);
        register.alive(node, false);
    }

    void heal(String node) {
        register.alive(node, true);
        register.connection(node, Connection.CONNECTED);
    }

    @Override
    public void close() {
        machines.close();
    }
}
