package io.clp.windows.internal.win32;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/** What ends the process of a service: processthreadsapi.h and handleapi.h, in kernel32. */
public interface TerminationApi extends StdCallLibrary {
    /** PROCESS_TERMINATE. */
    int PROCESS_TERMINATE = 0x0001;

    /** OpenProcess. */
    @Nullable
    HANDLE OpenProcess(int access, boolean inherit, int processId);

    /** TerminateProcess. */
    boolean TerminateProcess(HANDLE process, int exitCode);

    /** CloseHandle. */
    boolean CloseHandle(HANDLE handle);
}
