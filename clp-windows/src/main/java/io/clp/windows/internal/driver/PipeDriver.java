package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import io.clp.windows.internal.win32.ProcessApi;

/**
 * Pipes for the output of commands. They have names, because only such a pipe can be read while something else is waited for. Thread-safe.
 */
public final class PipeDriver {
    /** How much a program can write that nobody has read yet. */
    public static final int CAPACITY = 64 * 1024;

    private final ProcessApi api;

    /**
     * Makes a driver.
     *
     * @param api the declarations
     */
    public PipeDriver(ProcessApi api) {
        this.api = api;
    }

    /**
     * Creates a pipe and its reading end.
     *
     * @param name {@code \\.\pipe\...}, of no other pipe
     * @return the reading end, which no process inherits
     */
    public KernelHandle create(String name) throws CallFailedException {
        HANDLE pipe = api.CreateNamedPipe(
                name,
                ProcessApi.PIPE_ACCESS_INBOUND
                        | ProcessApi.FILE_FLAG_OVERLAPPED
                        | ProcessApi.FILE_FLAG_FIRST_PIPE_INSTANCE,
                ProcessApi.PIPE_REJECT_REMOTE_CLIENTS,
                1,
                CAPACITY,
                CAPACITY,
                0,
                null);
        return opened("CreateNamedPipeW", pipe);
    }

    /**
     * Opens the writing end of a pipe, once.
     *
     * @param name of a pipe just created
     * @return inheritable
     */
    public KernelHandle openWriter(String name) throws CallFailedException {
        return open(name, ProcessApi.GENERIC_WRITE);
    }

    /** {@return the device that is empty, inheritable} */
    public KernelHandle openNul() throws CallFailedException {
        return open("NUL", ProcessApi.GENERIC_READ);
    }

    /**
     * Makes a reader.
     *
     * @param pipe a reading end; the reader leaves it open
     * @return reads nothing yet
     */
    public PipeReader reader(KernelHandle pipe) throws CallFailedException {
        HANDLE event = api.CreateEvent(null, true, false, null);
        if (event == null) {
            throw new CallFailedException("CreateEventW", Native.getLastError());
        }
        return new PipeReader(api, pipe, new KernelHandle(api, event), CAPACITY);
    }

    private KernelHandle open(String name, int access) throws CallFailedException {
        SECURITY_ATTRIBUTES inheritable = new SECURITY_ATTRIBUTES();
        inheritable.bInheritHandle = true;
        int share = ProcessApi.FILE_SHARE_READ | ProcessApi.FILE_SHARE_WRITE;
        return opened(
                "CreateFileW", api.CreateFile(name, access, share, inheritable, ProcessApi.OPEN_EXISTING, 0, null));
    }

    private KernelHandle opened(String function, HANDLE handle) throws CallFailedException {
        if (WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
            throw new CallFailedException(function, Native.getLastError());
        }
        return new KernelHandle(api, handle);
    }
}
