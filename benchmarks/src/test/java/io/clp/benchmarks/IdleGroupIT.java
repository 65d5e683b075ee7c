package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "clp.again", matches = "true", disabledReason = "measured on another JDK before")
class IdleGroupIT {
    private static final int GROUPS = 500;
    private static final long LIMIT_BYTES = 20 * 1_024;

    @Test
    void aStartedGroupOfFiveHasNoThreadAndLittleMemory() throws Exception {
        IdleGroup idle = IdleGroup.measure(GROUPS);

        assertThat(idle.threads()).isZero();
        assertThat(idle.bytes()).isPositive().isLessThanOrEqualTo(LIMIT_BYTES);
    }
}
