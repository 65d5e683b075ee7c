package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.windows.OnWindows;
import io.clp.windows.internal.driver.KernelHandle;
import io.clp.windows.internal.driver.PipeDriver;
import io.clp.windows.internal.driver.PipeReader;
import io.clp.windows.internal.driver.ProcessDriver;
import io.clp.windows.internal.driver.StartedProcess;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.machine.Places;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way out where a new process cannot be put into its job: it is ended before it has run. */
@OnWindows
class ProcessDriverIT {
    @Test
    void aProcessThatIsTerminatedSuspendedHasDoneNothing(@TempDir Path folder) throws Exception {
        ProcessApi api = Natives.load("kernel32", ProcessApi.class);
        ProcessDriver processes = new ProcessDriver(api);
        PipeDriver pipes = new PipeDriver(api);
        Path mark = folder.resolve("mark");
        String clpcmd = Places.program("clpcmd.exe").toString();
        String name = "\\\\.\\pipe\\clp-test-" + ProcessHandle.current().pid();
        String environment = EnvironmentBlock.of(EnvironmentBlock.merged(System.getenv(), Map.of()));
        try (KernelHandle pipe = pipes.create(name);
                PipeReader reader = pipes.reader(pipe)) {
            try (KernelHandle nul = pipes.openNul();
                    KernelHandle writer = pipes.openWriter(name);
                    StartedProcess started = processes.createSuspended(
                            clpcmd, "clpcmd mark 0 \"" + mark + "\"", environment, nul, writer)) {
                processes.terminate(started.process());
                processes.awaitEnd(started.process());
                assertThat(processes.exitCode(started.process())).isEqualTo(1);
            }
            assertThat(reader.begin()).isEqualTo(PipeReader.State.CLOSED);
        }
        assertThat(mark).doesNotExist();
    }
}
