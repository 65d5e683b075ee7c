package io.clp.windows.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCodesTest {
    @ParameterizedTest
    @CsvSource({
        "0, DONE, DONE, DONE, ERROR_SUCCESS",
        "5, REFUSED, REFUSED, REFUSED, ERROR_ACCESS_DENIED",
        "87, REFUSED, REFUSED, REFUSED, ERROR_INVALID_PARAMETER",
        "123, MISSING, MISSING, MISSING, ERROR_INVALID_NAME",
        "1051, BUSY, BUSY, BUSY, ERROR_DEPENDENT_SERVICES_RUNNING",
        "1052, REFUSED, REFUSED, REFUSED, ERROR_INVALID_SERVICE_CONTROL",
        "1053, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_REQUEST_TIMEOUT",
        "1055, BUSY, BUSY, BUSY, ERROR_SERVICE_DATABASE_LOCKED",
        "1056, ALREADY, REFUSED, REFUSED, ERROR_SERVICE_ALREADY_RUNNING",
        "1058, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_DISABLED",
        "1060, MISSING, MISSING, MISSING, ERROR_SERVICE_DOES_NOT_EXIST",
        "1061, BUSY, BUSY, BUSY, ERROR_SERVICE_CANNOT_ACCEPT_CTRL",
        "1062, REFUSED, ALREADY, REFUSED, ERROR_SERVICE_NOT_ACTIVE",
        "1066, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_SPECIFIC_ERROR",
        "1067, REFUSED, REFUSED, REFUSED, ERROR_PROCESS_ABORTED",
        "1068, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_DEPENDENCY_FAIL",
        "1069, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_LOGON_FAILED",
        "1070, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_START_HANG",
        "1072, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_MARKED_FOR_DELETE",
        "1075, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_DEPENDENCY_DELETED",
        "1077, REFUSED, REFUSED, REFUSED, ERROR_SERVICE_NEVER_STARTED",
        "1115, REFUSED, REFUSED, REFUSED, ERROR_SHUTDOWN_IN_PROGRESS",
        "1722, REFUSED, REFUSED, REFUSED, RPC_S_SERVER_UNAVAILABLE",
        "40404, REFUSED, REFUSED, REFUSED, error 40404"
    })
    void eachCodeHasItsMeaning(int code, Kind start, Kind stop, Kind change, String name) {
        assertThat(ServiceCodes.start(code)).isEqualTo(new ActResult(start, code, name));
        assertThat(ServiceCodes.stop(code, ServiceState.RUNNING)).isEqualTo(new ActResult(stop, code, name));
        assertThat(ServiceCodes.change(code)).isEqualTo(new ActResult(change, code, name));
    }

    @ParameterizedTest
    @EnumSource(ServiceState.class)
    void whatIsInBetweenAcceptsNoControlYet(ServiceState state) {
        assertThat(ServiceCodes.stop(1052, state).kind()).isEqualTo(state.pending() ? Kind.BUSY : Kind.REFUSED);
        assertThat(ServiceCodes.stop(5, state).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aNameThatNobodyHasOrCanHaveIsAbsent() {
        assertThat(List.of(1060, 123)).allMatch(ServiceCodes::absent);
        assertThat(List.of(0, 5, 6, 1072)).noneMatch(ServiceCodes::absent);
    }

    @Test
    void aLostConnectionMayComeBackAndADeniedOneDoesNot() {
        assertThat(List.of(6, 1722, 1726, 1727))
                .allMatch(ServiceCodes::disconnected)
                .allMatch(it -> ServiceCodes.retry(it) == Retry.MAY_HELP);
        assertThat(List.of(0, 5, 1060, 1072)).noneMatch(ServiceCodes::disconnected);
        assertThat(ServiceCodes.retry(1055)).isEqualTo(Retry.MAY_HELP);
        assertThat(ServiceCodes.retry(5)).isEqualTo(Retry.USELESS);
    }

    @ParameterizedTest
    @CsvSource({"5, elevated", "1722, starting or shutting down", "1072, event log"})
    void aFaultTellsWhatWindowsSaidAndWhatToDo(int code, String advice) {
        ResourceException fault = ServiceFaults.of("query of service W3SVC", "OpenService", code);
        assertThat(fault).hasMessageContaining("query of service W3SVC: OpenService failed (" + code + " ");
        assertThat(fault.windowsCode()).hasValue(code);
        assertThat(fault.advice()).contains(advice);
        assertThat(fault.attempted()).isEqualTo("query of service W3SVC");
        assertThat(fault.retry()).isEqualTo(ServiceCodes.retry(code));
    }

    @ParameterizedTest
    @EnumSource(ServiceStartType.class)
    void aStartTypeIsItsCodeAndBack(ServiceStartType type) {
        assertThat(StartTypes.of(StartTypes.code(type))).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MIN_VALUE})
    void anUnknownStartTypeIsNotGuessed(int code) {
        assertThatThrownBy(() -> StartTypes.of(code)).hasMessageContaining(String.valueOf(code));
    }

    @ParameterizedTest
    @CsvSource({
        "1, STOPPED",
        "2, START_PENDING",
        "3, STOP_PENDING",
        "4, RUNNING",
        "5, CONTINUE_PENDING",
        "6, PAUSE_PENDING",
        "7, PAUSED"
    })
    void aStateIsItsCodeInTheHeader(int code, ServiceState state) {
        assertThat(ServiceReport.state(code)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, -1})
    void anUnknownStateIsNotGuessed(int code) {
        assertThatThrownBy(() -> ServiceReport.state(code)).hasMessageContaining(String.valueOf(code));
    }
}
