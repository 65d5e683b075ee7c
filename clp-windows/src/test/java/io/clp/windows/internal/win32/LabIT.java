package io.clp.windows.internal.win32;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import com.sun.jna.win32.StdCallLibrary;
import io.clp.windows.OnWindows;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every other test here takes for granted. */
@OnWindows
class LabIT {
    private static final int INVALID_FILE_ATTRIBUTES = -1;
    private static final int ERROR_FILE_NOT_FOUND = 2;

    public interface FileApi extends StdCallLibrary {
        int GetFileAttributes(String name);
    }

    @Test
    void javaSaysThatItIsOnWindows() {
        assertThat(System.getProperty("os.name")).startsWith("Windows");
        assertThat(Path.of("C:\\")).isAbsolute().isDirectory();
    }

    @Test
    void theCodeOfAFailedCallArrives() {
        FileApi files = Natives.load("kernel32", FileApi.class);

        assertThat(files.GetFileAttributes("C:\\there is no such file")).isEqualTo(INVALID_FILE_ATTRIBUTES);
        assertThat(Native.getLastError()).isEqualTo(ERROR_FILE_NOT_FOUND);
        assertThat(Natives.called()).contains("kernel32!FileApi.GetFileAttributes");
    }

    @Test
    void theTestProgramsAreWhereTheLabSaysTheyAre() {
        assertThat(Files.isDirectory(Path.of(System.getProperty("clp.windows.tools"))))
                .isTrue();
    }
}
