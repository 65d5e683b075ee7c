package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.WindowsErrors;
import io.clp.windows.internal.win32.TerminationApi;
import org.jspecify.annotations.Nullable;

/** A process, opened to be ended. While it is open no other process can get its id. Used by one thread. */
public final class OpenedProcess implements AutoCloseable {
    /** What its own programs exit with that end themselves abnormally. */
    private static final int EXIT_CODE = 1;

    private final TerminationApi api;
    private final HANDLE handle;

    private OpenedProcess(TerminationApi api, HANDLE handle) {
        this.api = api;
        this.handle = handle;
    }

    /**
     * What came of opening a process.
     *
     * @param process the process, null where it failed
     * @param code the code of Windows, 0 for success
     */
    public record Opening(@Nullable OpenedProcess process, int code) {
        /** {@return what that says of an act on the process: without it there is nothing to end} */
        public ActResult failure() {
            return ActResult.of(code == WindowsErrors.INVALID_PARAMETER ? Kind.ALREADY : Kind.REFUSED, code);
        }
    }

    /** {@return a process that can be ended ({@code OpenProcess})} */
    public static Opening open(TerminationApi api, long processId) {
        HANDLE handle = api.OpenProcess(TerminationApi.PROCESS_TERMINATE, false, (int) processId);
        return handle == null
                ? new Opening(null, Native.getLastError())
                : new Opening(new OpenedProcess(api, handle), 0);
    }

    /** {@return what became of ending it ({@code TerminateProcess})} */
    public ActResult terminate() {
        if (api.TerminateProcess(handle, EXIT_CODE)) {
            return ActResult.done();
        }
        int code = Native.getLastError();
        // The right was granted when it was opened; what is denied now is to end a process that is at its end already.
        return ActResult.of(code == WindowsErrors.ACCESS_DENIED ? Kind.ALREADY : Kind.REFUSED, code);
    }

    @Override
    public void close() {
        api.CloseHandle(handle);
    }
}
