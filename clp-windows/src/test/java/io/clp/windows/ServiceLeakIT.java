package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clp.resource.ServiceHandle;
import io.clp.windows.machine.CallLog;
import io.clp.windows.machine.Processes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Starting and stopping a service holds on to no handle. Memory is measured in a process of its own, by the lab's {@code starts}: among other
 * tests Java gives back more than is taken.
 */
@OnWindows
class ServiceLeakIT {
    private static final int STARTS = 300;
    private static final int LONG_STARTS = 20;

    private final WindowsFixture machine = new WindowsFixture();

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void startsAndStopsCloseWhatTheyOpen() throws InterruptedException {
        closesWhatItOpens(STARTS, machine.clpServices().install());
    }

    @Test
    void startsAndStopsThatTakeLongCloseWhatTheyOpen() throws InterruptedException {
        closesWhatItOpens(LONG_STARTS, machine.clpServices().install("-startdelay", "400", "-stopdelay", "400"));
    }

    private void closesWhatItOpens(int starts, String service) throws InterruptedException {
        ServiceHandle handle = Node.handle(machine, service, Duration.ofHours(1));
        cycles(handle, starts / 5);
        int handles = Processes.handlesHeld();
        CallLog log = new CallLog();

        cycles(handle, starts);

        // Threads that Java begins or ends have some too. What was opened and closed is counted below.
        assertThat(Processes.handlesHeld()).isLessThan(handles + starts / 2);
        long opened = log.of("OpenServiceW").stream()
                .filter(it -> it.get("lpServiceName").asText().equals(service) && succeeded(it))
                .count();
        long closed = log.of("CloseServiceHandle").stream()
                .filter(it -> it.get("service").asText().equals(service) && succeeded(it))
                .count();
        assertThat(opened).isGreaterThanOrEqualTo(4L * starts).isEqualTo(closed);
        assertThat(log.of("OpenSCManagerW")).isEmpty();
        machine.clpServices().scm().delete(service);
        assertThat(machine.clpServices().scm().exists(service))
                .as("kept by a handle left open")
                .isFalse();
    }

    private static boolean succeeded(JsonNode call) {
        return call.get("code").asInt() == 0;
    }

    private static void cycles(ServiceHandle handle, int calls) throws InterruptedException {
        for (int i = 0; i < calls; i++) {
            handle.start();
            handle.stop();
        }
    }
}
