package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rules of {@link ServiceControl}. */
public abstract class ServiceControlContract extends ContractSuite {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int MISSING_DLL = 126;

    /** Makes the suite. */
    protected ServiceControlContract() {}

    private ServiceControl services() {
        return fixed().platform().services();
    }

    @Test
    void aServiceThatIsNotThereIsAnOutcome() throws InterruptedException {
        String service = fixed().missingService();
        assertThat(services().query(service)).isEqualTo(ServiceStatus.notInstalled());
        assertThat(services().start(service)).isEqualTo(code(Kind.MISSING, WindowsErrors.SERVICE_DOES_NOT_EXIST));
        assertThat(services().stop(service)).isEqualTo(code(Kind.MISSING, WindowsErrors.SERVICE_DOES_NOT_EXIST));
        assertThat(services().runningDependents(service)).isEmpty();
        assertThat(services().terminate(service, 4).kind()).isIn(Kind.MISSING, Kind.ALREADY);
        assertThat(services().configuration(service)).isEmpty();
        assertThat(services().changeStartType(service, ServiceStartType.MANUAL))
                .isEqualTo(code(Kind.MISSING, WindowsErrors.SERVICE_DOES_NOT_EXIST));
        assertThat(services().awaitChange(service, ServiceStatus.notInstalled(), SHORT))
                .isEqualTo(ServiceStatus.notInstalled());
    }

    @Test
    void aNameThatNoServiceCanHaveIsNoService() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        List<String> names = List.of("", service + "/", "a\\b", "a".repeat(257), service + "\0", "\0" + service);
        for (String name : names) {
            assertThat(services().query(name)).isEqualTo(ServiceStatus.notInstalled());
            assertThat(services().start(name).kind()).isEqualTo(Kind.MISSING);
            assertThat(services().stop(name).kind()).isEqualTo(Kind.MISSING);
            assertThat(services()
                            .changeStartType(name, ServiceStartType.DISABLED)
                            .kind())
                    .isEqualTo(Kind.MISSING);
            assertThat(services().runningDependents(name)).isEmpty();
            assertThat(services().configuration(name)).isEmpty();
            assertThat(services().awaitChange(name, ServiceStatus.notInstalled(), Duration.ZERO))
                    .isEqualTo(ServiceStatus.notInstalled());
        }
        assertThat(services().query(service).state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aServiceNeverStartedIsStoppedAndNotFailed() {
        ServiceStatus status = services().query(fixed().service(SHORT, SHORT));
        assertThat(status.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(status.processId()).isZero();
        assertThat(status.endedAbnormally()).isFalse();
    }

    @Test
    void namesAreComparedWithoutRegardToCase() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        assertThat(services().start(service.toUpperCase(Locale.ROOT))).isEqualTo(ActResult.done());
        running(service.toLowerCase(Locale.ROOT));
        assertThat(services().query(service.toUpperCase(Locale.ROOT)))
                .isEqualTo(services().query(service));
    }

    @Test
    void aStartReturnsAtOnceAndTheServiceRunsLater() throws InterruptedException {
        String service = fixed().service(LONG, SHORT);
        long before = time().nanos();
        assertThat(services().start(service)).isEqualTo(ActResult.done());
        assertThat(since(before)).isLessThan(LONG);
        assertThat(services().query(service).state()).isEqualTo(ServiceState.START_PENDING);
        ServiceStatus running = running(service);
        assertThat(since(before)).isGreaterThanOrEqualTo(LONG);
        assertThat(running.processId()).isPositive();
        assertThat(running.exitCode()).isZero();
    }

    @Test
    void aStopReturnsAtOnceAndTheServiceStopsLater() throws InterruptedException {
        String service = fixed().service(SHORT, LONG);
        long process = started(service).processId();
        long before = time().nanos();
        assertThat(services().stop(service)).isEqualTo(ActResult.done());
        assertThat(since(before)).isLessThan(LONG);
        assertThat(services().query(service).state()).isEqualTo(ServiceState.STOP_PENDING);
        assertThat(services().query(service).processId()).isEqualTo(process);
        ServiceStatus stopped = stopped(service);
        assertThat(since(before)).isGreaterThanOrEqualTo(LONG);
        assertThat(stopped.processId()).isZero();
        assertThat(stopped.exitCode()).isZero();
        assertThat(stopped.endedAbnormally()).isFalse();
    }

    @Test
    void aStartOfWhatRunsOrStartsIsAlready() throws InterruptedException {
        String service = fixed().service(LONG, SHORT);
        services().start(service);
        assertThat(services().start(service)).isEqualTo(code(Kind.ALREADY, WindowsErrors.SERVICE_ALREADY_RUNNING));
        ServiceStatus running = running(service);
        assertThat(services().start(service)).isEqualTo(code(Kind.ALREADY, WindowsErrors.SERVICE_ALREADY_RUNNING));
        assertThat(services().query(service)).isEqualTo(running);
    }

    @Test
    void aStopOfWhatIsStoppedIsAlready() {
        String service = fixed().service(SHORT, SHORT);
        assertThat(services().stop(service)).isEqualTo(code(Kind.ALREADY, WindowsErrors.SERVICE_NOT_ACTIVE));
    }

    @Test
    void aStopOfWhatIsInBetweenIsBusy() throws InterruptedException {
        String service = fixed().service(LONG, LONG);
        services().start(service);
        assertThat(services().stop(service)).isEqualTo(code(Kind.BUSY, WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL));
        running(service);
        services().stop(service);
        assertThat(services().stop(service)).isEqualTo(code(Kind.BUSY, WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL));
        stopped(service);
    }

    @Test
    void aServiceCanBeStartedAgain() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        started(service);
        services().stop(service);
        stopped(service);
        assertThat(started(service).exitCode()).isZero();
    }

    @Test
    void aStartStartsWhatTheServiceNeeds() throws InterruptedException {
        String needed = fixed().service(SHORT, SHORT);
        String service = fixed().serviceThatNeeds(needed);
        started(service);
        assertThat(services().query(needed).state()).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void aStartFailsWhereWhatTheServiceNeedsCannotStart() {
        String service = fixed().serviceThatNeeds(fixed().disabledService());
        assertThat(services().start(service)).isEqualTo(code(Kind.REFUSED, WindowsErrors.SERVICE_DEPENDENCY_FAIL));
        assertThat(services().query(service).state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aStopWaitsForItsDependentsAndTheirOrderIsTold() throws InterruptedException {
        String base = fixed().service(SHORT, SHORT);
        String middle = fixed().serviceThatNeeds(base);
        String top = fixed().serviceThatNeeds(middle);
        assertThat(services().runningDependents(base)).isEmpty();
        started(top);
        assertThat(services().stop(base)).isEqualTo(code(Kind.BUSY, WindowsErrors.DEPENDENT_SERVICES_RUNNING));
        List<String> dependents = services().runningDependents(base);
        assertThat(dependents).containsExactly(top, middle);
        for (String dependent : dependents) {
            assertThat(services().stop(dependent)).isEqualTo(ActResult.done());
            stopped(dependent);
        }
        assertThat(services().runningDependents(base)).isEmpty();
        assertThat(services().stop(base)).isEqualTo(ActResult.done());
        stopped(base);
    }

    @Test
    void aRefusedStartTellsTheCodeAndChangesNothing() {
        String service = fixed().disabledService();
        ServiceStatus before = services().query(service);
        assertThat(services().start(service)).isEqualTo(code(Kind.REFUSED, WindowsErrors.SERVICE_DISABLED));
        assertThat(services().query(service)).isEqualTo(before);
    }

    @Test
    void aFailedStartEndsStoppedWithItsCode() throws InterruptedException {
        String service = fixed().serviceThatFailsWith(MISSING_DLL);
        assertThat(services().start(service)).isEqualTo(ActResult.done());
        ServiceStatus stopped = stopped(service);
        assertThat(stopped.exitCode()).isEqualTo(MISSING_DLL);
        assertThat(stopped.processId()).isZero();
        assertThat(stopped.endedAbnormally()).isTrue();
    }

    @Test
    void aCrashIsAnAbnormalEnd() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        started(service);
        fixed().crash(service);
        ServiceStatus stopped = stopped(service);
        assertThat(stopped.exitCode()).isEqualTo(WindowsErrors.PROCESS_ABORTED);
        assertThat(stopped.processId()).isZero();
        assertThat(stopped.endedAbnormally()).isTrue();
    }

    @Test
    void aPendingServiceShowsItsProgress() throws InterruptedException {
        String service = fixed().service(Duration.ofMillis(2_500), SHORT);
        services().start(service);
        ServiceStatus first = services().query(service);
        assertThat(first.waitHintMillis()).isPositive();
        ServiceStatus next = services().awaitChange(service, first, patience());
        assertThat(next.state()).isEqualTo(ServiceState.START_PENDING);
        assertThat(next.checkpoint()).isGreaterThan(first.checkpoint());
        assertThat(running(service).waitHintMillis()).isZero();
    }

    @Test
    void aHangingStartShowsNoProgress() throws InterruptedException {
        String service = fixed().serviceThatHangsAtStart();
        services().start(service);
        time().sleep(LONG);
        ServiceStatus seen = services().query(service);
        assertThat(seen.state()).isEqualTo(ServiceState.START_PENDING);
        assertThat(services().awaitChange(service, seen, LONG)).isEqualTo(seen);
        fixed().release(service);
        running(service);
    }

    @Test
    void aHangingStopKeepsItsProcess() throws InterruptedException {
        String service = fixed().serviceThatHangsAtStop();
        long process = started(service).processId();
        services().stop(service);
        time().sleep(LONG);
        ServiceStatus seen = services().query(service);
        assertThat(seen.state()).isEqualTo(ServiceState.STOP_PENDING);
        assertThat(seen.processId()).isEqualTo(process);
        assertThat(services().awaitChange(service, seen, LONG)).isEqualTo(seen);
        fixed().release(service);
        stopped(service);
    }

    @Test
    void terminatingEndsTheProcessAtOnceAndIsTakenForACrash() throws InterruptedException {
        String service = fixed().serviceThatHangsAtStop();
        long process = started(service).processId();
        services().stop(service);
        assertThat(services().terminate(service, process)).isEqualTo(ActResult.done());
        assertThat(stopped(service).endedAbnormally()).isTrue();
        assertThat(services().terminate(service, process).kind()).isEqualTo(Kind.ALREADY);
    }

    @Test
    void terminatingAnotherProcessThanTheOneSeenEndsNothing() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        ServiceStatus running = started(service);
        assertThat(services().terminate(service, running.processId() + 1).kind())
                .isEqualTo(Kind.ALREADY);
        assertThat(services().query(service)).isEqualTo(running);
    }

    @Test
    void aProcessTakesAllItsServicesWithIt() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        long process = started(service).processId();
        String other = fixed().serviceInProcessOf(service);
        assertThat(services().query(other).processId()).isEqualTo(process);
        assertThat(services().terminate(service, process)).isEqualTo(ActResult.done());
        assertThat(stopped(service).endedAbnormally()).isTrue();
        assertThat(stopped(other).endedAbnormally()).isTrue();
    }

    @Test
    void aStatusThatDiffersAlreadyIsReturnedAtOnce() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        ServiceStatus now = services().query(service);
        long before = time().nanos();
        assertThat(services().awaitChange(service, ServiceStatus.notInstalled(), patience()))
                .isEqualTo(now);
        assertTook(since(before), Duration.ZERO);
    }

    @Test
    void aChangeEndsTheWait() throws InterruptedException {
        String service = fixed().service(Duration.ofMillis(500), SHORT);
        services().start(service);
        ServiceStatus seen = services().query(service);
        long before = time().nanos();
        assertThat(services().awaitChange(service, seen, patience())).isNotEqualTo(seen);
        assertThat(since(before)).isLessThanOrEqualTo(Duration.ofMillis(500).plus(fixed().slack()));
    }

    @Test
    void theLimitEndsTheWaitAndNotBefore() throws InterruptedException {
        String service = fixed().service(SHORT, SHORT);
        ServiceStatus seen = services().query(service);
        long before = time().nanos();
        assertThat(services().awaitChange(service, seen, Duration.ofMillis(300)))
                .isEqualTo(seen);
        assertTook(since(before), Duration.ofMillis(300));
        assertThat(services().awaitChange(service, seen, Duration.ZERO)).isEqualTo(seen);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        String service = fixed().service(SHORT, SHORT);
        ServiceStatus seen = services().query(service);
        assertTook(interrupted(() -> services().awaitChange(service, seen, Duration.ofHours(1))), Duration.ZERO);
    }

    private ServiceStatus started(String service) throws InterruptedException {
        assertThat(services().start(service)).isEqualTo(ActResult.done());
        return running(service);
    }

    private ServiceStatus running(String service) throws InterruptedException {
        eventually(service + " runs", () -> services().query(service).state() == ServiceState.RUNNING);
        return services().query(service);
    }

    private ServiceStatus stopped(String service) throws InterruptedException {
        eventually(service + " is stopped", () -> services().query(service).state() == ServiceState.STOPPED);
        return services().query(service);
    }

    private static ActResult code(Kind kind, int windowsCode) {
        return ActResult.of(kind, windowsCode);
    }
}
