package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.failover.Plan;
import io.clp.internal.plan.Picture;
import io.clp.internal.plan.Planner;
import org.junit.jupiter.api.Test;

/** What is measured is what the benchmark says. */
class PlanAfterLossTest {
    @Test
    void everyGroupOfTheLostNodeStartsElsewhereAndNothingElseHappens() {
        Picture picture = PlanAfterLoss.picture(100);
        Plan plan = Planner.plan(picture);
        long onLost = picture.groups().stream()
                .filter(it -> it.ownership()
                        .equals(new Picture.Ownership.Held(
                                picture.nodes().get(0).id())))
                .count();
        assertThat(onLost).isBetween(20L, 30L);
        assertThat(plan.actions()).hasSize(1 + (int) onLost);
        assertThat(plan.actions()).first().extracting(Plan.Action::kind).isEqualTo(Plan.Kind.FENCE);
        assertThat(plan.actions())
                .filteredOn(it -> it.kind() == Plan.Kind.START)
                .hasSize((int) onLost);
        assertThat(plan.placements()).hasSize(100).allMatch(it -> it.node().isPresent());
    }
}
