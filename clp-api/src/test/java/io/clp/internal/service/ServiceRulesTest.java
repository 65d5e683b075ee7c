package io.clp.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.internal.service.ServiceStep.Fail;
import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.resource.ResourceException.Retry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceRulesTest {
    @ParameterizedTest
    @CsvSource({
        "START, STOPPED, Act",
        "START, RUNNING, Done",
        "START, START_PENDING, Wait",
        "START, STOP_PENDING, Wait",
        "START, CONTINUE_PENDING, Wait",
        "START, PAUSE_PENDING, Wait",
        "START, PAUSED, Fail",
        "START, NOT_INSTALLED, Fail",
        "STOP, STOPPED, Done",
        "STOP, NOT_INSTALLED, Done",
        "STOP, RUNNING, Act",
        "STOP, PAUSED, Act",
        "STOP, START_PENDING, Wait",
        "STOP, STOP_PENDING, Wait",
        "STOP, CONTINUE_PENDING, Wait",
        "STOP, PAUSE_PENDING, Wait",
        "TERMINATE, STOPPED, Done",
        "TERMINATE, NOT_INSTALLED, Done",
        "TERMINATE, RUNNING, Act",
        "TERMINATE, STOP_PENDING, Act",
        "TERMINATE, START_PENDING, Act"
    })
    void decidesByTheStateAtFirst(ServiceGoal goal, ServiceState state, String step) {
        assertThat(next(goal, status(state), ServicePast.none())).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, 0, Wait", "BUSY, 1055, RetryAfter", "REFUSED, 1055, RetryAfter", "BUSY, 1061, RetryAfter",
        "ALREADY, 1056, RetryAfter", "MISSING, 1060, Fail", "REFUSED, 1053, RetryAfter", "REFUSED, 5, Fail",
        "REFUSED, 1058, Fail", "REFUSED, 1069, Fail"
    })
    void decidesByTheAnswerWhereAStartIsNotSeen(Kind kind, int code, String step) {
        ServiceStatus stopped = status(ServiceState.STOPPED);
        assertThat(next(ServiceGoal.START, stopped, told(stopped, kind, code))).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, 0, Wait",
        "BUSY, 1055, RetryAfter",
        "BUSY, 1061, RetryAfter",
        "ALREADY, 1062, RetryAfter",
        "MISSING, 1060, RetryAfter",
        "BUSY, 1051, StopDependents",
        "REFUSED, 1051, StopDependents",
        "REFUSED, 1053, RetryAfter",
        "REFUSED, 1052, Fail",
        "REFUSED, 5, Fail"
    })
    void decidesByTheAnswerWhereAStopIsNotSeen(Kind kind, int code, String step) {
        ServiceStatus running = status(ServiceState.RUNNING);
        assertThat(next(ServiceGoal.STOP, running, told(running, kind, code))).isEqualTo(step);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1058, 1060, 1068, 1069, 1072, 1075})
    void neverTrustsTheAnswerForTheState(int code) {
        ServicePast refused = told(status(ServiceState.STOPPED), Kind.REFUSED, code);
        assertThat(next(ServiceGoal.START, status(ServiceState.RUNNING), refused))
                .isEqualTo("Done");
        ServicePast accepted = told(status(ServiceState.RUNNING), Kind.DONE, 0);
        assertThat(next(ServiceGoal.STOP, status(ServiceState.RUNNING), accepted))
                .isEqualTo("Wait");
    }

    @ParameterizedTest
    @CsvSource({
        "5, elevated",
        "1058, manual",
        "1060, install",
        "1068, depends on",
        "1069, account",
        "1072, uninstalled",
        "1075, depends on",
        "1115, shutting down"
    })
    void saysThatAnErrorIsPermanentAndWhatToDo(int code, String advice) {
        ServiceStatus stopped = status(ServiceState.STOPPED);
        Fail fail = (Fail) ServiceRules.next(ServiceGoal.START, "W3SVC", stopped, told(stopped, Kind.REFUSED, code));
        assertThat(fail.error().retry()).isEqualTo(Retry.USELESS);
        assertThat(fail.error().windowsCode()).hasValue(code);
        assertThat(fail.error().advice()).contains(advice);
        assertThat(fail.error()).hasMessageContaining("W3SVC").hasMessageContaining("" + code);
    }

    @ParameterizedTest
    @CsvSource({"1066, MAY_HELP", "1067, MAY_HELP", "1070, MAY_HELP", "0, MAY_HELP", "1068, USELESS", "1069, USELESS"})
    void takesAStartThatFallsBackForAFailureWithTheExitCode(int exitCode, Retry retry) {
        ServicePast past = told(status(ServiceState.STOPPED), Kind.DONE, 0)
                .observed(status(ServiceState.START_PENDING), Duration.ZERO);
        ServiceStatus back = new ServiceStatus(ServiceState.STOPPED, 0, exitCode, 0, 0);
        Fail fail = (Fail) ServiceRules.next(ServiceGoal.START, "W3SVC", back, past);
        assertThat(fail.error().retry()).isEqualTo(retry);
        assertThat(fail.error().windowsCode().orElse(0)).isEqualTo(exitCode);
        assertThat(fail.error()).hasMessageContaining("exit code " + exitCode);
    }

    @Test
    void givesAnAcceptedStartAGraceInWhichNothingIsSeen() {
        ServiceStatus stopped = status(ServiceState.STOPPED);
        ServicePast past = told(stopped, Kind.DONE, 0);
        assertThat(next(ServiceGoal.START, stopped, past)).isEqualTo("Wait");
        assertThat(next(ServiceGoal.START, stopped, past.observed(stopped, ServiceRules.GRACE)))
                .isEqualTo("Fail");
    }

    @Test
    void retriesATimeoutOnceAndThenWatches() {
        ServiceStatus running = status(ServiceState.RUNNING);
        ServicePast once = told(running, Kind.REFUSED, 1053);
        assertThat(next(ServiceGoal.STOP, running, once)).isEqualTo("RetryAfter");
        assertThat(next(ServiceGoal.STOP, running, once.rested())).isEqualTo("Act");
        ServicePast twice = once.rested().acted(running, ActResult.of(Kind.REFUSED, 1053));
        assertThat(next(ServiceGoal.STOP, running, twice)).isEqualTo("Wait");
        assertThat(next(
                        ServiceGoal.START,
                        status(ServiceState.STOPPED),
                        twice.rested().acted(status(ServiceState.STOPPED), ActResult.of(Kind.REFUSED, 1053))))
                .isEqualTo("Wait");
    }

    @Test
    void stopsAgainWhatRunsAgain() {
        ServicePast past = told(status(ServiceState.RUNNING), Kind.DONE, 0)
                .observed(status(ServiceState.STOP_PENDING), Duration.ZERO);
        assertThat(next(ServiceGoal.STOP, status(ServiceState.RUNNING), past)).isEqualTo("RetryAfter");
    }

    @Test
    void endsTheNextProcessWhereTheServiceHasAnother() {
        ServicePast past = told(status(ServiceState.RUNNING), Kind.DONE, 0);
        ServiceStatus other = new ServiceStatus(ServiceState.RUNNING, 43, 0, 0, 0);
        assertThat(next(ServiceGoal.TERMINATE, status(ServiceState.RUNNING), past))
                .isEqualTo("Wait");
        assertThat(next(ServiceGoal.TERMINATE, other, past)).isEqualTo("RetryAfter");
    }

    private static String next(ServiceGoal goal, ServiceStatus status, ServicePast past) {
        return ServiceRules.next(goal, "W3SVC", status, past).getClass().getSimpleName();
    }

    private static ServicePast told(ServiceStatus seen, Kind kind, int code) {
        return ServicePast.none().acted(seen, ActResult.of(kind, code)).observed(seen, Duration.ZERO);
    }

    private static ServiceStatus status(ServiceState state) {
        boolean down = state == ServiceState.STOPPED || state == ServiceState.NOT_INSTALLED;
        return new ServiceStatus(state, down ? 0 : 42, 0, 0, 0);
    }
}
