package io.clp.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.NodeId;
import io.clp.failover.Plan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every plan of clusters drawn from seeds, and for clusters that carry their plans out. A failure names its seed. */
class PlannerPropertiesTest {
    private static final int SEEDS = 2_000;
    private static final int MOST_STEPS = 200;

    @Test
    void keepsTheRules() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Picture picture = RandomPictures.of(seed).picture();
            checked(seed, picture);
        }
    }

    @Test
    void saysTheSameWhateverTheOrderOfWhatHasNone() {
        for (long seed = 0; seed < SEEDS; seed++) {
            PlayedCluster cluster = RandomPictures.of(seed);
            assertThat(Planner.plan(cluster.shuffled()))
                    .as("seed %d", seed)
                    .isEqualTo(Planner.plan(cluster.picture()))
                    .hasToString(Planner.plan(cluster.picture()).toString());
        }
    }

    /** Whatever is ready first: carrying plans out breaks no rule, never runs a group twice, and comes to an end. */
    @Test
    void comesToAnEnd() {
        int moved = 0;
        int possible = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            PlayedCluster cluster = RandomPictures.of(seed);
            if (!cluster.isPossible()) {
                continue;
            }
            possible++;
            int steps = 0;
            Plan plan = checked(seed, cluster.picture());
            try {
                while (cluster.step(plan)) {
                    assertThat(++steps).as("steps").isLessThan(MOST_STEPS);
                    plan = checked(seed, cluster.picture());
                }
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", step " + steps + ", after\n" + plan, e);
            }
            moved += steps;
        }
        assertThat(possible).as("clusters whose wishes can be true").isGreaterThan(SEEDS / 2);
        assertThat(moved).as("steps of all").isGreaterThan(SEEDS);
    }

    /** What the plan starts, the check lets pass; what is best, too. */
    @Test
    void checksAsItPlans() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Picture picture = RandomPictures.of(seed).picture();
            for (Plan.Action it : Planner.plan(picture).actions()) {
                if (it.kind() == Plan.Kind.START && isOnline(picture, it.node())) {
                    assertThat(Planner.check(picture, it.group().orElseThrow(), it.node()))
                            .as("seed %d: %s", seed, it)
                            .isEmpty();
                    Planner.Best best = Planner.best(picture, it.group().orElseThrow(), Optional.empty());
                    assertThat(best.node()).as("seed %d: %s", seed, best).isPresent();
                    assertThat(Planner.check(
                                    picture,
                                    it.group().orElseThrow(),
                                    best.node().orElseThrow()))
                            .isEmpty();
                }
            }
        }
    }

    private static boolean isOnline(Picture picture, NodeId node) {
        return picture.nodes().contains(new Picture.Node(node, Picture.NodeStatus.ONLINE));
    }

    private static Plan checked(long seed, Picture picture) {
        Plan plan = Planner.plan(picture);
        try {
            PlanRules.check(picture, plan);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ", of\n" + picture + "\n" + plan, e);
        }
        return plan;
    }
}
