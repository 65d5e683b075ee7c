package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollIntervalTest {
    @ParameterizedTest
    @CsvSource({
        "START_PENDING, 2000, 0, 1",
        "START_PENDING, 2000, 10, 1",
        "START_PENDING, 2000, 60, 3",
        "START_PENDING, 2000, 9980, 499",
        "START_PENDING, 2000, 30000, 500",
        "STOP_PENDING, 150, 2800, 140",
        "STOP_PENDING, 150, 30000, 150",
        "STOP_PENDING, 1, 30000, 100",
        "STOP_PENDING, 0, 30000, 500",
        "STOP_PENDING, -1, 30000, 500",
        "PAUSE_PENDING, 20000, 600000, 500",
        "RUNNING, 0, 0, 1",
        "RUNNING, 0, 60, 3",
        "RUNNING, 0, 600000, 500",
        "STOPPED, 0, 600000, 500",
        "NOT_INSTALLED, 0, 600000, 500"
    })
    void isATwentiethOfTheTimePassedWithinBounds(ServiceState state, int hintMillis, long soMillis, long millis) {
        ServiceStatus seen = new ServiceStatus(state, 0, 0, 0, hintMillis);
        assertThat(PollInterval.next(Duration.ofMillis(soMillis), seen).toMillis())
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"-1000", "-9223372036854775808"})
    void isNeverShorterThanAMillisecond(long nanos) {
        ServiceStatus seen = new ServiceStatus(ServiceState.START_PENDING, 0, 0, 0, 0);
        assertThat(PollInterval.next(Duration.ofNanos(nanos), seen)).isEqualTo(Duration.ofMillis(1));
    }
}
