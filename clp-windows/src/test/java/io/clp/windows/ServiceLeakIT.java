package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.resource.ServiceHandle;
import io.clp.windows.machine.Processes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Starting and stopping a service for as long as a node may live holds on to nothing. */
@OnWindows
class ServiceLeakIT {
    private static final int CALLS = Integer.getInteger("clp.windows.leak.calls", 1_000);
    private static final int WARM = CALLS / 10;
    /** From the 1,000th to the 10,000th call; fewer calls may not grow more. */
    private static final long GROWTH_LIMIT = 2L << 20;

    private final WindowsFixture machine = new WindowsFixture();

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void startsAndStopsLeaveNoHandleOpenAndTakeNoMemory(TestReporter reporter) throws InterruptedException {
        String service = machine.clpServices().install();
        ServiceHandle handle = Node.handle(machine, service, Duration.ofHours(2));
        cycles(handle, WARM);
        int handles = Processes.handlesHeld();
        long resident = settledBytes();

        cycles(handle, CALLS - WARM);

        long growth = settledBytes() - resident;
        reporter.publishEntry("calls " + CALLS + ", resident bytes grown since call " + WARM, String.valueOf(growth));
        // Java itself may close some meanwhile.
        assertThat(Processes.handlesHeld()).isLessThanOrEqualTo(handles);
        machine.clpServices().scm().delete(service);
        assertThat(machine.clpServices().scm().exists(service))
                .as("kept by a handle left open")
                .isFalse();
        assertThat(growth).isLessThan(GROWTH_LIMIT);
    }

    private static void cycles(ServiceHandle handle, int calls) throws InterruptedException {
        for (int i = 0; i < calls; i++) {
            handle.start();
            handle.stop();
        }
    }

    /** Returns the resident size after a collection: what the collector has not come to is no leak. */
    private static long settledBytes() {
        System.gc();
        return Processes.residentBytes();
    }
}
