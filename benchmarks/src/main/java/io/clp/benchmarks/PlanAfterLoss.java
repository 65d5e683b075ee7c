package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.failover.PlacementPolicy;
import io.clp.failover.Plan;
import io.clp.internal.plan.Picture;
import io.clp.internal.plan.Planner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to plan what is to be done when one of four nodes is lost, from the picture to the plan with all its reasons?
 * Groups have five resources, known to be offline where they do not run; every tenth group starts after one, is only where another one
 * is, and never with a third one.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar PlanAfterLoss -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class PlanAfterLoss {
    private static final int NODES = 4;
    private static final int RESOURCES = 5;
    private static final int EVERY = 10;

    @Param({"100", "1000", "10000"})
    public int groups = 100;

    private Picture picture = new Picture(List.of(), List.of());

    /**
     * Returns a cluster of so many groups, a quarter of them on each node, whose first node is lost. As a member has it: what is offline
     * where it does not belong is not in it.
     */
    static Picture picture(int groups) {
        List<NodeId> names = new ArrayList<>();
        List<Picture.Node> nodes = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            names.add(NodeId.of("SV" + (n + 1)));
            nodes.add(new Picture.Node(names.get(n), n == 0 ? Picture.NodeStatus.LOST : Picture.NodeStatus.ONLINE));
        }
        List<Picture.Group> all = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            all.add(group(g, names));
        }
        return new Picture(nodes, all);
    }

    private static Picture.Group group(int number, List<NodeId> names) {
        boolean tenth = number % EVERY == EVERY - 1;
        int home = (tenth ? number - 2 : number) % NODES;
        FailoverGroup.Builder builder = FailoverGroup.builder("g" + number);
        for (int n = 0; n < NODES; n++) {
            builder.nodes(names.get((home + n) % NODES).value());
        }
        for (int r = 0; r < RESOURCES; r++) {
            builder.resource(new StepResource(ResourceId.of("r" + r), new Step(Duration.ZERO)));
        }
        if (tenth) {
            builder.placement(PlacementPolicy.builder()
                    .startAfter("g" + (number - 1))
                    .sameNodeAs("g" + (number - 2))
                    .neverWith("g" + (number - 3))
                    .build());
        }
        FailoverGroup definition = builder.build();
        return new Picture.Group(
                definition,
                new Picture.Ownership.Held(names.get(home)),
                Picture.Wish.RUN,
                GroupState.ONLINE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                0,
                false,
                Map.of(),
                StartCause.START,
                false);
    }

    @Setup
    public void lose() {
        picture = picture(groups);
    }

    @Benchmark
    public Plan plan() {
        return Planner.plan(picture);
    }
}
