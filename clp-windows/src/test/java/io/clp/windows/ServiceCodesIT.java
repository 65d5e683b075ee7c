package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.Failure;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import io.clp.windows.machine.ClpServices;
import io.clp.windows.machine.Faults;
import io.clp.windows.machine.TestServices.StartType;
import io.clp.windows.machine.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each code of the Service Control Manager leads to: as an answer of the platform, and in a group, where the waiting rules are. */
@OnWindows
class ServiceCodesIT {
    private final WindowsFixture machine = new WindowsFixture();
    private final ServiceControl control = machine.platform().services();
    private final ClpServices services = machine.clpServices();

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void waitsUntilTheDatabaseIsUnlocked() {
        String service = services.install();
        try (Faults faults = new Faults()) {
            faults.next("StartServiceW", service, WindowsErrors.SERVICE_DATABASE_LOCKED, 3);
            assertThat(control.start(service)).isEqualTo(code(Kind.BUSY, WindowsErrors.SERVICE_DATABASE_LOCKED));
            try (Node node = Node.ofService(machine, Node.PATIENT, service)) {
                assertThat(node.start().duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
                assertThat(services.scm().running(service)).isTrue();
            }
        }
    }

    @Test
    void waitsForAServiceThatSomebodyElseStarts() {
        String service = services.install("-startdelay", "1000");
        assertThat(control.start(service)).isEqualTo(ActResult.done());
        assertThat(control.start(service)).isEqualTo(code(Kind.ALREADY, WindowsErrors.SERVICE_ALREADY_RUNNING));
        try (Node node = Node.ofService(machine, Node.PATIENT, service)) {
            assertThat(node.start().outcome()).isIn(Outcome.DONE, Outcome.NOTHING_TO_DO);
            assertThat(services.scm().running(service)).isTrue();
        }
    }

    @Test
    void asksAgainForTheStopOfAServiceInBetween() throws InterruptedException {
        String service = services.install("-startdelay", "1000");
        assertThat(control.start(service)).isEqualTo(ActResult.done());
        assertThat(control.stop(service)).isEqualTo(code(Kind.BUSY, WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL));
        assertThat(Node.handle(machine, service).stop()).isEmpty();
        assertThat(services.scm().stopped(service)).isTrue();
    }

    @Test
    void asksAgainWhereTheControlManagerSaysSo() {
        String service = services.install();
        try (Node node = Node.ofService(machine, Node.PATIENT, service);
                Faults faults = new Faults()) {
            node.start();
            faults.next("ControlService", service, WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL, 2);
            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            assertThat(services.scm().stopped(service)).isTrue();
        }
    }

    @Test
    void takesAStoppedServiceForStopped() throws InterruptedException {
        String service = services.install();
        assertThat(control.stop(service)).isEqualTo(code(Kind.ALREADY, WindowsErrors.SERVICE_NOT_ACTIVE));
        assertThat(Node.handle(machine, service).stop()).isEmpty();
    }

    @Test
    void believesTheStateAndNotTheCodeThatSaysStopped() {
        String service = services.install();
        try (Node node = Node.ofService(machine, Node.PATIENT, service);
                Faults faults = new Faults()) {
            node.start();
            faults.next("ControlService", service, WindowsErrors.SERVICE_NOT_ACTIVE, 1);
            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            assertThat(services.scm().stopped(service)).isTrue();
        }
    }

    @Test
    void stopsFirstWhatDependsOnAService() {
        String base = services.install();
        String middle = services.install(StartType.MANUAL, List.of(base));
        String top = services.install(StartType.MANUAL, List.of(middle));
        try (Node node = Node.ofService(machine, Node.PATIENT, base)) {
            node.start();
            control.start(top);
            Waiting.until(top + " runs", () -> services.scm().running(top));
            assertThat(control.stop(base)).isEqualTo(code(Kind.BUSY, WindowsErrors.DEPENDENT_SERVICES_RUNNING));
            assertThat(lines(node.stop()))
                    .contains("service " + base + " stopped, with it [" + top + ", " + middle + "]");
            assertThat(List.of(base, middle, top)).allMatch(services.scm()::stopped);
        }
    }

    @Test
    void asksAgainForTheDependentsWhereTheyCameBack() {
        String base = services.install();
        String dependent = services.install(StartType.MANUAL, List.of(base));
        try (Node node = Node.ofService(machine, Node.PATIENT, base);
                Faults faults = new Faults()) {
            node.start();
            control.start(dependent);
            Waiting.until(dependent + " runs", () -> services.scm().running(dependent));
            // Once all dependents are stopped, Windows says once more that some run: as if one had just been started.
            faults.next("ControlService", base, WindowsErrors.DEPENDENT_SERVICES_RUNNING, 2);
            assertThat(lines(node.stop())).contains("service " + base + " stopped, with it [" + dependent + "]");
            assertThat(List.of(base, dependent)).allMatch(services.scm()::stopped);
        }
    }

    @Test
    void triesOnceMoreWhereAServiceDidNotConnect() {
        String service = services.install();
        try (Node node = Node.ofService(machine, Node.PATIENT, service);
                Faults faults = new Faults()) {
            faults.next("StartServiceW", service, WindowsErrors.SERVICE_REQUEST_TIMEOUT, 1);
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            assertThat(services.scm().running(service)).isTrue();
        }
    }

    @Test
    void givesUpOnAServiceThatEndsBeforeItConnects() {
        String service = services.install("-exitearly", "5");
        assertThat(control.start(service)).isEqualTo(code(Kind.REFUSED, WindowsErrors.SERVICE_REQUEST_TIMEOUT));
        try (Node node = Node.ofService(machine, Node.QUICK, service)) {
            assertThat(failure(node.startFails()).outcome()).isIn(Outcome.FAILED, Outcome.INDETERMINATE);
            assertThat(services.scm().processId(service)).isZero();
        }
    }

    @Test
    void saysThatAServiceIsDisabled() {
        String service = services.install(StartType.DISABLED, List.of());
        assertThat(control.start(service)).isEqualTo(code(Kind.REFUSED, WindowsErrors.SERVICE_DISABLED));
        refused(service, WindowsErrors.SERVICE_DISABLED, "start type");
    }

    @Test
    void saysThatAServiceIsMissing() {
        String service = services.newName();
        assertThat(control.query(service)).isEqualTo(ServiceStatus.notInstalled());
        assertThat(control.start(service)).isEqualTo(code(Kind.MISSING, WindowsErrors.SERVICE_DOES_NOT_EXIST));
        assertThat(control.stop(service)).isEqualTo(code(Kind.MISSING, WindowsErrors.SERVICE_DOES_NOT_EXIST));
        refused(service, WindowsErrors.SERVICE_DOES_NOT_EXIST, "install it");
    }

    @Test
    void saysThatAServiceIsBeingDeleted() throws Exception {
        String service = services.install();
        try (AutoCloseable held = services.scm().held(service)) {
            assertThat(held).isNotNull();
            services.scm().delete(service);
            assertThat(control.start(service)).isEqualTo(code(Kind.REFUSED, WindowsErrors.SERVICE_MARKED_FOR_DELETE));
            refused(service, WindowsErrors.SERVICE_MARKED_FOR_DELETE, "uninstalled");
        }
    }

    @Test
    void saysThatTheRightIsLacking() {
        String service = services.install();
        try (Faults faults = new Faults()) {
            faults.next("StartServiceW", service, WindowsErrors.ACCESS_DENIED, -1);
            assertThat(control.start(service)).isEqualTo(code(Kind.REFUSED, WindowsErrors.ACCESS_DENIED));
            refused(service, WindowsErrors.ACCESS_DENIED, "elevated");
        }
    }

    @Test
    void saysThatAProcessDiedWhileItsServiceStarted() {
        String service = services.install("-startdelay", "300", "-crashstart");
        try (Node node = Node.ofService(machine, Node.PATIENT, service)) {
            Failure failure = failure(node.startFails());
            assertThat(failure.error()).hasMessageContaining("stopped while it was starting");
            assertThat(failure.error().windowsCode()).hasValue(WindowsErrors.PROCESS_ABORTED);
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void takesARunningServiceWhoseProcessDiedForCrashed() throws InterruptedException {
        String service = services.install();
        Node.handle(machine, service).start();
        ServiceStatus running = control.query(service);
        services.scm().crash(service);
        ServiceStatus ended = control.awaitChange(service, running, Duration.ofSeconds(10));
        assertThat(ended.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(ended.exitCode()).isEqualTo(WindowsErrors.PROCESS_ABORTED);
        assertThat(ended.endedAbnormally()).isTrue();
    }

    /** Sees that a group with the service does not start, for a reason that trying again does not mend, and is offline then. */
    private void refused(String service, int windowsCode, String advice) {
        try (Node node = Node.ofService(machine, Node.PATIENT, service)) {
            assertThat(failure(node.startFails()).error()).isInstanceOfSatisfying(ResourceException.class, it -> {
                assertThat(it.windowsCode()).hasValue(windowsCode);
                assertThat(it.windowsName()).isEqualTo(WindowsErrors.nameOf(windowsCode));
                assertThat(it.retry()).isEqualTo(Retry.USELESS);
                assertThat(it.advice()).contains(advice);
            });
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
        }
    }

    private static Failure failure(GroupOperationException failed) {
        assertThat(failed.report().failures()).hasSize(1);
        return failed.report().failures().get(0);
    }

    private static List<String> lines(Report<?> report) {
        return report.operations().stream()
                .map(Operation::log)
                .flatMap(List::stream)
                .toList();
    }

    private static ActResult code(Kind kind, int windowsCode) {
        return ActResult.of(kind, windowsCode);
    }
}
