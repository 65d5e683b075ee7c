package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void sameSeedGivesTheSameTrace() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(trace(seed)).as("seed %d", seed).isEqualTo(trace(seed));
        }
    }

    @Test
    void differentSeedsOrderTheTasksDifferently() throws Exception {
        Set<List<String>> traces = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            traces.add(trace(seed));
        }
        assertThat(traces).hasSizeGreaterThan(40);
    }

    @Test
    void everyOrderOfTwoThingsDueAtOnceHappens() throws Exception {
        Set<String> sleepers = new HashSet<>();
        Set<Boolean> limits = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            try (Simulation simulation = Simulation.create(seed)) {
                Timeline time = simulation.timeline();
                StringBuilder order = new StringBuilder();
                CompletableFuture<String> answer = new CompletableFuture<>();
                Task<Boolean> waiter = time.fork("waiter", () -> time.await(answer, Duration.ofSeconds(1)));
                for (String name : List.of("a", "b")) {
                    time.fork(name, () -> {
                        time.sleep(Duration.ofSeconds(1));
                        answer.complete(name);
                        return order.append(name);
                    });
                }
                simulation.settle();
                sleepers.add(order.toString());
                limits.add(waiter.join(Duration.ZERO));
            }
        }
        assertThat(sleepers).containsExactlyInAnyOrder("ab", "ba");
        assertThat(limits).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void generatorIsSplitMix64() {
        SplitMix64 random = new SplitMix64(1234567);
        assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    }

    private static List<String> trace(long seed) throws Exception {
        List<String> trace = new ArrayList<>();
        try (Simulation simulation = Simulation.create(seed)) {
            Timeline time = simulation.timeline();
            simulation.onStep(() -> trace.add("step " + simulation.steps()));
            time.every(Duration.ofMillis(7), () -> trace.add("tick " + time.nanos()));
            List<Task<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int number = i;
                tasks.add(time.fork("t" + i, () -> {
                    for (int round = 0; round < 5; round++) {
                        trace.add(number + "." + round + " at " + time.now());
                        time.sleep(Duration.ofMillis(10L * (1 + (number + round) % 3)));
                    }
                    return number;
                }));
            }
            for (Task<Integer> task : tasks) {
                trace.add("joined " + task.join(Duration.ofMinutes(1)));
            }
            simulation.settle();
        }
        return trace;
    }
}
