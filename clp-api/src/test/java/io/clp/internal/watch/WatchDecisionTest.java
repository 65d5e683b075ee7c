package io.clp.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.internal.watch.WatchState.Phase;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WatchDecisionTest {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private final WatchPolicy twice = WatchPolicy.builder().restarts(2).build();

    /** Restarts before, whether one is owed, what is seen: what is done, restarts after, whether one is owed then. */
    @ParameterizedTest
    @CsvSource({
        "0, false, RUNNING, 0, NOTHING, 0, false",
        "0, false, STOPPED, 1067, RESTART, 1, true",
        "1, false, STOPPED, 1067, RESTART, 2, true",
        "2, false, STOPPED, 1067, FAIL, 2, false",
        "0, false, STOPPED, 0, NOTE_STOP, 0, false",
        "0, false, STOPPED, 1077, NOTE_STOP, 0, false",
        "0, false, NOT_INSTALLED, 0, NOTE_STOP, 0, false",
        "0, false, STOP_PENDING, 0, NOTHING, 0, false",
        "0, false, START_PENDING, 0, NOTHING, 0, false",
        "0, false, PAUSED, 0, NOTHING, 0, false",
        "1, true, RUNNING, 0, NOTHING, 1, false",
        "1, true, STOPPED, 0, RESTART, 2, true",
        "1, true, START_PENDING, 0, RESTART, 2, true",
        "2, true, STOPPED, 0, FAIL, 2, true",
        "2, true, PAUSED, 0, FAIL, 2, true"
    })
    void follows(
            int count,
            boolean owed,
            ServiceState seen,
            int exit,
            WatchDecision.Action action,
            int then,
            boolean stillOwed) {
        WatchState state = new WatchState(Phase.WATCHING, count, 0, owed, false);
        WatchDecision decision = WatchDecision.after(state, twice, new ServiceStatus(seen, 0, exit, 0, 0), 7);
        assertThat(decision.action()).isEqualTo(action);
        assertThat(decision.next().restarts()).isEqualTo(then);
        assertThat(decision.next().owed()).isEqualTo(stillOwed);
        assertThat(decision.next().phase())
                .isEqualTo(action == WatchDecision.Action.FAIL ? Phase.FAILED : Phase.WATCHING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"LOADING", "FAILED", "ENDED"})
    void doesNothingUnlessItWatches(Phase phase) {
        WatchState state = new WatchState(phase, 1, 0, true, false);
        assertThat(WatchDecision.after(state, twice, ended(1067), 7))
                .isEqualTo(new WatchDecision(WatchDecision.Action.NOTHING, state));
    }

    @Test
    void returnsTheCountToZeroAfterAQuietTime() {
        WatchPolicy hourly = WatchPolicy.builder()
                .restarts(2)
                .resetAfter(Duration.ofHours(1))
                .build();
        WatchState used = new WatchState(Phase.WATCHING, 2, 5, false, false);
        assertThat(WatchDecision.after(used, hourly, ended(1067), 5 + HOUR)
                        .next()
                        .restarts())
                .isEqualTo(1);
        assertThat(WatchDecision.after(used, hourly, ended(1067), 4 + HOUR).action())
                .isEqualTo(WatchDecision.Action.FAIL);
        assertThat(WatchDecision.after(used, twice, ended(1067), 100 * HOUR).action())
                .isEqualTo(WatchDecision.Action.FAIL);
    }

    @Test
    void saysOnceThatSomebodyStoppedTheService() {
        WatchDecision first = WatchDecision.after(WatchState.watching(), twice, ended(0), 7);
        WatchDecision second = WatchDecision.after(first.next(), twice, ended(0), 8);
        assertThat(second.action()).isEqualTo(WatchDecision.Action.NOTHING);
        ServiceStatus runs = new ServiceStatus(ServiceState.RUNNING, 42, 0, 0, 0);
        WatchState again = WatchDecision.after(second.next(), twice, runs, 9).next();
        assertThat(WatchDecision.after(again, twice, ended(0), 10).action()).isEqualTo(WatchDecision.Action.NOTE_STOP);
    }

    private static ServiceStatus ended(int exitCode) {
        return new ServiceStatus(ServiceState.STOPPED, 0, exitCode, 0, 0);
    }
}
