package io.clp.windows.machine;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.platform.win32.WinBase.STARTUPINFO;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/** What starts and ends processes (processthreadsapi.h, synchapi.h). Names as the headers have them. */
interface ProcessApi extends StdCallLibrary {
    ProcessApi KERNEL = Native.load("kernel32", ProcessApi.class, W32APIOptions.UNICODE_OPTIONS);

    @Nullable
    Pointer OpenProcess(int access, boolean inherit, int processId);

    boolean TerminateProcess(Pointer process, int exitCode);

    boolean CreateProcess(
            @Nullable String application,
            char[] commandLine,
            @Nullable Pointer processAttributes,
            @Nullable Pointer threadAttributes,
            boolean inheritHandles,
            int flags,
            @Nullable Pointer environment,
            @Nullable String folder,
            STARTUPINFO startup,
            PROCESS_INFORMATION process);

    int WaitForSingleObject(Pointer handle, int milliseconds);

    boolean CloseHandle(Pointer handle);
}
