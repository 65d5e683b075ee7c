package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.resource.ResourcePolicy;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A call on a group returns by its limit plus one second, whatever its resources do; and what can run, runs once they are cured. */
class CallLimitTest {
    private static final int SEEDS = 1_000;

    private int failures;

    @Test
    void everyCallReturnsByItsLimitPlusOneSecond() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            run(seed);
        }
        assertThat(failures).isGreaterThan(SEEDS); // the resources did misbehave
    }

    private void run(long seed) {
        Random random = new Random(seed * 31);
        Whims whims = new Whims(seed);
        FailoverGroup group = group(random, whims);
        try (Lab lab = Lab.on(FakePlatform.builder("SV1").seed(seed).build(), group)) {
            whims.on(lab.platform);
            String first = group.resources().get(0).id().value();
            for (int i = 0; i < 6; i++) {
                Duration start = lab.node.startLimit(group);
                Duration stop = lab.node.stopLimit(group);
                switch (random.nextInt(5)) {
                    case 0, 1 -> within(start, seed, lab, () -> lab.start(group));
                    case 2 -> within(start, seed, lab, () -> lab.node.restart(group, ResourceId.of(first)));
                    default -> within(stop, seed, lab, () -> lab.stop(group));
                }
                lab.platform.advance(Duration.ofSeconds(random.nextInt(30)));
            }
            whims.cure();
            lab.platform.settle();
            lab.stop(group);
            assertThat(lab.state(group)).as("seed %s", seed).isEqualTo(GroupState.OFFLINE);
            assertThat(lab.start(group).outcome()).as("seed %s", seed).isEqualTo(Outcome.DONE);
        }
    }

    private void within(Duration limit, long seed, Lab lab, Callable<?> call) {
        Duration took = lab.took(() -> {
            try {
                return call.call();
            } catch (ClpException e) {
                failures++;
                return e;
            }
        });
        assertThat(took).as(() -> "seed " + seed + "\n" + lab.platform.trace()).isLessThanOrEqualTo(limit.plus(SECOND));
    }

    private static FailoverGroup group(Random random, Whims whims) {
        FailoverGroup.Builder group = FailoverGroup.builder("web").nodes("SV1");
        int size = 2 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            String[] before = i == 0 || random.nextInt(3) == 0 ? new String[0] : new String[] {"r" + random.nextInt(i)};
            ResourcePolicy policy = ResourcePolicy.builder()
                    .online(Duration.ofSeconds(2 + random.nextInt(9)), random.nextInt(3))
                    .offline(Duration.ofSeconds(2 + random.nextInt(9)), random.nextInt(3))
                    .probe(Duration.ofSeconds(1 + random.nextInt(3)))
                    .build();
            group.resource(whims.piece("r" + i), it -> it.dependsOn(before).policy(policy));
        }
        return group.build();
    }
}
