package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.resource.ResourceException;
import io.clp.testkit.FakePlatform;
import io.clp.windows.internal.platform.ScriptedApi.Described;
import io.clp.windows.internal.win32.ServiceApi;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of Windows, with which rights, what comes of its answers, and that nothing stays open. */
class WindowsServicesTest {
    private static final int RUNNING = 4;

    private final ScriptedApi api = new ScriptedApi();
    private final ScriptedProcesses processes = new ScriptedProcesses();
    private final FakePlatform time = FakePlatform.builder("SV1").build();
    private final WindowsServices services =
            new WindowsServices(api, processes, open -> new ScriptedNotices(), time.timeline());
    private final Described w3svc = api.install("W3SVC");

    @AfterEach
    void nothingStaysOpen() {
        assertThat(api.openServices()).isEmpty();
        assertThat(processes.open).isZero();
        services.close();
        assertThat(api.open).isEmpty();
        time.close();
    }

    @Test
    void eachActAsksForTheRightItNeedsAndNoOther() {
        services.query("W3SVC");
        services.start("W3SVC");
        services.stop("W3SVC");
        services.runningDependents("W3SVC");
        services.configuration("W3SVC");
        services.changeStartType("W3SVC", ServiceStartType.MANUAL);
        services.terminate("W3SVC", 1);
        assertThat(api.calls.stream().filter(it -> it.startsWith("Open")))
                .containsExactly(
                        "OpenSCManager " + ServiceApi.SC_MANAGER_CONNECT,
                        "OpenService W3SVC " + ServiceApi.SERVICE_QUERY_STATUS,
                        "OpenService W3SVC " + ServiceApi.SERVICE_START,
                        "OpenService W3SVC " + ServiceApi.SERVICE_STOP,
                        "OpenService W3SVC " + ServiceApi.SERVICE_ENUMERATE_DEPENDENTS,
                        "OpenService W3SVC " + ServiceApi.SERVICE_QUERY_CONFIG,
                        "OpenService W3SVC " + ServiceApi.SERVICE_CHANGE_CONFIG,
                        "OpenService W3SVC " + ServiceApi.SERVICE_QUERY_STATUS);
    }

    @Test
    void tellsWhatIsReported() {
        w3svc.state = 2;
        w3svc.processId = 0xFFFF_FFF0;
        w3svc.checkpoint = 3;
        assertThat(services.query("W3SVC"))
                .isEqualTo(new ServiceStatus(ServiceState.START_PENDING, 0xFFFF_FFF0L, 0, 3, 0));
        assertThat(services.query("nosuch")).isEqualTo(ServiceStatus.notInstalled());
    }

    @ParameterizedTest
    @CsvSource({"1060, MISSING", "123, MISSING", "5, REFUSED", "1115, REFUSED"})
    void whatCannotBeOpenedIsAnOutcomeOfAnAct(int code, Kind kind) {
        for (int i = 0; i < 4; i++) {
            api.fail("OpenService", code);
        }
        ActResult expected = ActResult.of(kind, code);
        assertThat(services.start("W3SVC")).isEqualTo(expected);
        assertThat(services.stop("W3SVC")).isEqualTo(expected);
        assertThat(services.changeStartType("W3SVC", ServiceStartType.MANUAL)).isEqualTo(expected);
        assertThat(services.terminate("W3SVC", 4)).isEqualTo(expected);
    }

    @Test
    void whatCannotBeAskedIsAFault() {
        api.fail("OpenService", 5);
        assertThatThrownBy(() -> services.query("W3SVC"))
                .isInstanceOfSatisfying(ResourceException.class, it -> assertThat(it.windowsCode())
                        .hasValue(5))
                .hasMessageContaining("OpenService failed (5 ERROR_ACCESS_DENIED)");
        api.fail("QueryServiceStatusEx", 1115);
        assertThatThrownBy(() -> services.query("W3SVC")).hasMessageContaining("ERROR_SHUTDOWN_IN_PROGRESS");
        api.fail("EnumDependentServices", 5);
        assertThatThrownBy(() -> services.runningDependents("W3SVC")).hasMessageContaining("EnumDependentServices");
        api.fail("QueryServiceConfig", 5);
        assertThatThrownBy(() -> services.configuration("W3SVC")).hasMessageContaining("QueryServiceConfig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W3SVC\0", "\0", "\0W3SVC"})
    void aNameWithAZeroReachesNoService(String name) {
        assertThat(services.start(name)).isEqualTo(ActResult.of(Kind.MISSING, 123));
        assertThat(services.query(name)).isEqualTo(ServiceStatus.notInstalled());
        assertThat(api.count("OpenService")).isZero();
    }

    @Test
    void oneConnectionServesAllAndIsMadeAnewWhereItIsLost() {
        services.query("W3SVC");
        services.query("W3SVC");
        assertThat(api.count("OpenSCManager")).isEqualTo(1);
        api.fail("OpenService", 6);
        assertThat(services.query("W3SVC").state()).isEqualTo(ServiceState.STOPPED);
        assertThat(api.count("OpenSCManager")).isEqualTo(2);
        assertThat(api.open).hasSize(1);
    }

    @Test
    void aConnectionThatStaysLostIsAFaultAndTheNextCallTriesAgain() {
        api.fail("OpenSCManager", 1722);
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.of(Kind.REFUSED, 1722));
        api.fail("OpenSCManager", 1722);
        assertThatThrownBy(() -> services.query("W3SVC")).hasMessageContaining("RPC_S_SERVER_UNAVAILABLE");
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.done());
    }

    @Test
    void onceClosedItAsksNoMore() {
        services.query("W3SVC");
        services.close();
        assertThatThrownBy(() -> services.query("W3SVC")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsWithoutArgumentsAndStopsByTheControl() {
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.done());
        api.fail("StartService", 1056);
        assertThat(services.start("W3SVC")).isEqualTo(ActResult.of(Kind.ALREADY, 1056));
        assertThat(services.stop("W3SVC")).isEqualTo(ActResult.done());
        api.fail("ControlService", 1062);
        assertThat(services.stop("W3SVC")).isEqualTo(ActResult.of(Kind.ALREADY, 1062));
        assertThat(api.calls).contains("StartService 0", "ControlService 1");
    }

    @Test
    void aStartingServiceThatAcceptsNoControlYetIsBusy() {
        w3svc.state = 2;
        api.fail("ControlService", 1052);
        assertThat(services.stop("W3SVC")).isEqualTo(ActResult.of(Kind.BUSY, 1052));
        w3svc.state = RUNNING;
        api.fail("ControlService", 1052);
        assertThat(services.stop("W3SVC")).isEqualTo(ActResult.of(Kind.REFUSED, 1052));
    }

    @Test
    void listsNoDependentsFewAndMoreThanTheFirstBufferHolds() {
        assertThat(services.runningDependents("W3SVC")).isEmpty();
        w3svc.dependents = List.of("AppWeb", "サービス");
        assertThat(services.runningDependents("W3SVC")).containsExactly("AppWeb", "サービス");
        List<String> many =
                IntStream.range(0, 500).mapToObj(it -> "Dependent" + it).toList();
        w3svc.dependents = many;
        assertThat(services.runningDependents("W3SVC")).isEqualTo(many);
        assertThat(services.runningDependents("nosuch")).isEmpty();
    }

    @Test
    void tellsHowAServiceIsSetUpWithoutItsGroups() {
        w3svc.type = 0x20;
        w3svc.startType = 2;
        w3svc.needs = "WAS\0+NetworkGroup\0HTTP";
        assertThat(services.configuration("W3SVC"))
                .contains(new ServiceConfiguration("表示名", ServiceStartType.AUTOMATIC, true, List.of("WAS", "HTTP")));
        w3svc.needs = "N".repeat(6_000);
        assertThat(services.configuration("W3SVC").orElseThrow().dependencies()).containsExactly("N".repeat(6_000));
        assertThat(services.configuration("nosuch")).isEmpty();
    }

    @Test
    void changesTheStartTypeAndNothingElse() {
        assertThat(services.changeStartType("W3SVC", ServiceStartType.DISABLED)).isEqualTo(ActResult.done());
        assertThat(api.calls).contains("ChangeServiceConfig -1 4 -1");
        api.fail("ChangeServiceConfig", 1072);
        assertThat(services.changeStartType("W3SVC", ServiceStartType.MANUAL))
                .isEqualTo(ActResult.of(Kind.REFUSED, 1072));
    }

    @Test
    void endsTheProcessOfTheService() {
        running(40);
        assertThat(services.terminate("W3SVC", 40)).isEqualTo(ActResult.done());
        assertThat(processes.calls).containsExactly("OpenProcess 1 40", "TerminateProcess 40");
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 0, -1, 40 + (1L << 32)})
    void endsNoOtherProcess(long processId) {
        running(40);
        assertThat(services.terminate("W3SVC", processId)).isEqualTo(ActResult.of(Kind.ALREADY, 1062));
        assertThat(processes.calls).isEmpty();
    }

    @Test
    void endsNothingWhereTheServiceMovedMeanwhile() {
        running(40);
        processes.whenOpened = () -> running(44);
        assertThat(services.terminate("W3SVC", 40)).isEqualTo(ActResult.of(Kind.ALREADY, 1062));
        assertThat(processes.calls).containsExactly("OpenProcess 1 40");
    }

    @Test
    void neverEndsAProcessOfTheSystem() {
        running(40);
        w3svc.flags = ServiceApi.SERVICE_RUNS_IN_SYSTEM_PROCESS;
        assertThat(services.terminate("W3SVC", 40)).isEqualTo(ActResult.of(Kind.REFUSED, 5));
        assertThat(processes.calls).isEmpty();
    }

    @Test
    void aProcessThatIsGoneOrGoingIsEndedAlready() {
        running(40);
        processes.terminateFails = 5;
        assertThat(services.terminate("W3SVC", 40)).isEqualTo(ActResult.of(Kind.ALREADY, 5));
        processes.openFails = 87;
        assertThat(services.terminate("W3SVC", 40)).isEqualTo(ActResult.of(Kind.ALREADY, 87));
        processes.openFails = 5;
        assertThat(services.terminate("W3SVC", 40)).isEqualTo(ActResult.of(Kind.REFUSED, 5));
    }

    private void running(int processId) {
        w3svc.state = RUNNING;
        w3svc.processId = processId;
    }
}
