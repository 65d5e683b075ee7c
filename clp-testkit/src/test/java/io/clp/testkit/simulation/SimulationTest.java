package io.clp.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final int SEEDS_OF_AN_ARENA = 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noSeedBreaksARule(int arena) {
        int arenas = Arenas.all().size();
        for (int i = 0; i < SEEDS_OF_AN_ARENA; i++) {
            long seed = (long) i * arenas + arena;

            assertThat(Simulation.broken(seed))
                    .as("seed %d in %s", seed, Arenas.of(seed).name())
                    .isEmpty();
        }
    }
}
