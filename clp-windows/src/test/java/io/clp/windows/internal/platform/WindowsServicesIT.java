package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.time.Timeline;
import io.clp.windows.OnWindows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services of a real machine, beyond the contract: codes, names, handles, and how late a change is known. */
@OnWindows
class WindowsServicesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROUNDS_OF_CALLS = 150;
    private static final int STARTS = 20;
    private static final int LONG_STARTS = 5;

    /** Far below a look every second, and far above what a busy machine makes of a few milliseconds; {@code lab results} measures these. */
    private static final Duration LATEST_MEDIAN = Duration.ofMillis(300);

    private final InstalledServices installed = new InstalledServices();
    private final WindowsServices services = WindowsServices.open(Timeline.system());

    @AfterEach
    void close() {
        services.close();
        installed.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchService", "W3/SVC", "W3\\SVC", "", " ", "RpcSs\0"})
    void aNameThatNobodyHasIsMissing(String name) {
        missing(name);
    }

    @Test
    void aNameOfTooManyCharactersIsMissing() {
        missing("N".repeat(257));
        missing("N".repeat(70_000));
    }

    private void missing(String name) {
        assertThat(services.query(name)).isEqualTo(ServiceStatus.notInstalled());
        for (ActResult result : List.of(
                services.start(name),
                services.stop(name),
                services.terminate(name, 4),
                services.changeStartType(name, ServiceStartType.DISABLED))) {
            assertThat(result.kind()).isEqualTo(Kind.MISSING);
            assertThat(result.windowsName()).isIn("ERROR_SERVICE_DOES_NOT_EXIST", "ERROR_INVALID_NAME");
        }
        assertThat(services.configuration(name)).isEmpty();
        assertThat(services.runningDependents(name)).isEmpty();
    }

    @Test
    void aServiceComesUpAndGoesDown() throws InterruptedException {
        String service = installed.install("");
        assertThat(services.query(service)).isEqualTo(new ServiceStatus(ServiceState.STOPPED, 0, 1077, 0, 0));
        assertThat(services.configuration(service))
                .contains(new ServiceConfiguration(service, ServiceStartType.MANUAL, false, List.of()));
        assertThat(services.start(service)).isEqualTo(ActResult.done());
        assertThat(until(service, ServiceState.RUNNING).processId()).isPositive();
        assertThat(services.start(service).toString()).isEqualTo("ALREADY (1056 ERROR_SERVICE_ALREADY_RUNNING)");
        assertThat(services.stop(service)).isEqualTo(ActResult.done());
        assertThat(until(service, ServiceState.STOPPED)).isEqualTo(new ServiceStatus(ServiceState.STOPPED, 0, 0, 0, 0));
        assertThat(services.stop(service).toString()).isEqualTo("ALREADY (1062 ERROR_SERVICE_NOT_ACTIVE)");
    }

    @Test
    void aServiceThatAcceptsNoStopRefusesIt() throws InterruptedException {
        String service = installed.install("-nostop");
        services.start(service);
        long process = until(service, ServiceState.RUNNING).processId();
        assertThat(services.stop(service).toString()).isEqualTo("REFUSED (1052 ERROR_INVALID_SERVICE_CONTROL)");
        assertThat(services.terminate(service, process)).isEqualTo(ActResult.done());
        assertThat(until(service, ServiceState.STOPPED).endedAbnormally()).isTrue();
    }

    @Test
    void nothingStaysOpen() throws InterruptedException {
        String service = installed.install("");
        for (int i = 0; i < ROUNDS_OF_CALLS; i++) {
            ServiceStatus seen = services.query(service);
            services.stop(service);
            services.runningDependents(service);
            services.configuration(service);
            services.changeStartType(service, ServiceStartType.MANUAL);
            services.terminate(service, 4);
            services.awaitChange(service, seen, Duration.ZERO);
        }
        for (int i = 0; i < STARTS; i++) {
            assertThat(services.start(service)).isEqualTo(ActResult.done());
            until(service, ServiceState.RUNNING);
            services.stop(service);
            until(service, ServiceState.STOPPED);
        }
        // Windows deletes a service only when nobody has it open.
        assertThat(installed.delete(service)).isTrue();
    }

    @Test
    void aWaitForASettledServiceDoesNotKeepItFromBeingDeleted() throws Exception {
        String service = installed.install("");
        ServiceStatus stopped = services.query(service);
        var wait = Timeline.system().fork("wait", () -> services.awaitChange(service, stopped, PATIENCE));
        Timeline.system().sleep(Duration.ofMillis(300));
        installed.delete(service);
        assertThat(wait.join(PATIENCE)).isEqualTo(ServiceStatus.notInstalled());
    }

    @Test
    void aServiceThatRunsAfterFiftyMillisecondsIsKnownToRunSoonAfter(TestReporter reporter) throws Exception {
        knownSoonAfter(STARTS, "-startdelay 50 -stopdelay 50 -step 50", reporter);
    }

    @Test
    void aServiceThatRunsAfterTwoSecondsIsKnownToRunSoonAfter(TestReporter reporter) throws Exception {
        knownSoonAfter(LONG_STARTS, "-startdelay 2000 -stopdelay 1000", reporter);
    }

    private void knownSoonAfter(int starts, String behaviour, TestReporter reporter) throws Exception {
        Path events = Files.createTempDirectory("clp");
        String service = installed.install("-dir \"" + events + "\" " + behaviour);
        long[] up = new long[starts];
        long[] down = new long[starts];
        for (int i = 0; i < starts; i++) {
            assertThat(services.start(service)).isEqualTo(ActResult.done());
            until(service, ServiceState.RUNNING);
            up[i] = System.nanoTime() - lastEvent(events.resolve(service + ".events"), "RUNNING");
            services.stop(service);
            until(service, ServiceState.STOPPED);
            down[i] = System.nanoTime() - lastEvent(events.resolve(service + ".events"), "STOPPED");
        }
        reporter.publishEntry("known after its start", text(up));
        reporter.publishEntry("known after its stop", text(down));
        assertThat(median(up)).isLessThan(LATEST_MEDIAN);
        assertThat(median(down)).isLessThan(LATEST_MEDIAN);
    }

    private ServiceStatus until(String service, ServiceState state) throws InterruptedException {
        ServiceStatus now = services.query(service);
        for (int i = 0; i < 1_000 && now.state() != state; i++) {
            now = services.awaitChange(service, now, PATIENCE);
        }
        assertThat(now.state()).isEqualTo(state);
        return now;
    }

    /** Returns when the service last said so, by the counter that nanoTime reads. */
    private static long lastEvent(Path events, String state) throws IOException {
        List<String> lines = Files.readAllLines(events);
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (line.endsWith(" " + state)) {
                return Long.parseLong(line.substring(0, line.indexOf(' ')));
            }
        }
        throw new AssertionError("no " + state + " in " + lines);
    }

    private static Duration median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[sorted.length / 2]);
    }

    private static String text(long[] nanos) {
        return String.format(
                Locale.ROOT,
                "median %.1f ms, longest %.1f ms",
                median(nanos).toNanos() / 1e6,
                Arrays.stream(nanos).max().orElseThrow() / 1e6);
    }
}
