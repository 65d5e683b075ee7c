package io.clp.testkit.engine;

import io.clp.FailoverGroup;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.ArmCommands;
import io.clp.resource.FloatingIp;
import io.clp.resource.Probe;
import io.clp.resource.ResourceContext;
import io.clp.resource.ScriptResource;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FaultTrial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Groups of scripts in clusters that are disturbed at random: the service that the scripts start runs in one place at most, whoever
 * remembers what, and in the end the group runs again.
 */
class ScriptsUnderFaultsTest {
    private static final int SEEDS = 200;
    private static final Set<String> WHEN_IT_STARTS = Set.of("START", "FAILOVER");

    @Test
    void withOtherCommandsWhatTheyStartRunsInOnePlace() {
        check(it -> it, node -> {
            node.commands().when("start.bat", call -> {
                if (!WHEN_IT_STARTS.contains(call.environment().get("CLP_EVENT"))) {
                    return 0; // as scripts do: nothing is to be started on a node that came back
                }
                call.takes(Duration.ofSeconds(1));
                node.services().start("App");
                call.takes(Duration.ofSeconds(1));
                return node.services().state("App") == ServiceState.RUNNING ? 0 : 1;
            });
            node.commands().when("stop.bat", call -> {
                call.takes(Duration.ofSeconds(1));
                node.services().stop("App");
                call.takes(Duration.ofSeconds(1));
                return node.services().state("App") == ServiceState.STOPPED ? 0 : 1;
            });
        });
    }

    @Test
    void withArmCommandsWhatTheyLoadRunsInOnePlace() {
        check(it -> it.armCommands(ArmCommands.PROVIDED), ScriptsUnderFaultsTest::load);
    }

    @Test
    void withAProbeOfItsOwnItIsFoundInOnePlace() {
        check(
                it -> it.armCommands(ArmCommands.PROVIDED).probe(ScriptsUnderFaultsTest::app),
                ScriptsUnderFaultsTest::load);
    }

    private static void load(FakeNode node) {
        node.commands().when("start.bat", call -> call.armLoad("App", "App"));
        node.commands().when("stop.bat", call -> call.armKill("App"));
    }

    private static Probe app(ResourceContext context) {
        ServiceState state = context.service("App").state();
        return switch (state) {
            case RUNNING -> Probe.online();
            case STOPPED -> Probe.offline();
            default -> Probe.unknown(state.toString());
        };
    }

    private static void check(UnaryOperator<ScriptResource.Builder> definition, Consumer<FakeNode> scripts) {
        FailoverGroup web = FailoverGroup.builder("web")
                .nodes("SV1", "SV2", "SV3")
                .resource(SwitchablePartition.builder("content")
                        .volume(Scripts.VOLUME)
                        .mountAt("E:\\")
                        .build())
                .resource(FloatingIp.builder("fip").address("10.0.0.10/24").build())
                .resource(definition
                        .apply(ScriptResource.builder("script")
                                .directory("C:\\scripts")
                                .startNormalReturn(0)
                                .stopNormalReturn(0)
                                .uses(NodeThing.service("App").exclusively()))
                        .build())
                .build();
        FaultTrial trial = FaultTrial.of(web).cluster(it -> prepared(it, scripts));
        for (long seed = 1; seed <= SEEDS; seed++) {
            trial.check(seed);
        }
    }

    /** Returns a builder whose clusters have the scripts on every node. */
    private static FakeCluster.Builder prepared(FakeCluster.Builder builder, Consumer<FakeNode> scripts) {
        return (FakeCluster.Builder) Proxy.newProxyInstance(
                FakeCluster.Builder.class.getClassLoader(),
                new Class<?>[] {FakeCluster.Builder.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(builder, arguments);
                        if (result instanceof FakeCluster cluster) {
                            cluster.nodes().forEach(scripts);
                            return cluster;
                        }
                        return proxy;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
