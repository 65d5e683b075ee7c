package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.internal.win32.SecurityApi;
import java.util.List;
import java.util.stream.Stream;

/** A named pipe that others connect to, several at once. Of one thread, {@link #wake} aside. */
public final class PipeServer implements AutoCloseable {
    /** SYSTEM and the administrators, and nobody else; nothing is inherited from anywhere. */
    private static final String FOR_ADMINISTRATORS = "D:P(A;;GA;;;SY)(A;;GA;;;BA)";

    private final ProcessApi api;
    private final String name;
    private final int most;
    private final SecurityDescriptor security;
    private final KernelHandle wake;
    private boolean named;

    private PipeServer(ProcessApi api, String name, int most, SecurityDescriptor security, KernelHandle wake) {
        this.api = api;
        this.name = name;
        this.most = most;
        this.security = security;
        this.wake = wake;
    }

    /**
     * Makes a server; the pipe exists from the first {@link #connection} on.
     *
     * @param api the declarations
     * @param security those of security descriptors
     * @param name {@code \\.\pipe\...}, of no other pipe
     * @param most how many can be connected at once
     * @return to be closed after its connections
     */
    public static PipeServer of(ProcessApi api, SecurityApi security, String name, int most)
            throws CallFailedException {
        SecurityDescriptor descriptor = SecurityDescriptor.of(api, security, FOR_ADMINISTRATORS);
        HANDLE event = api.CreateEvent(null, false, false, null);
        if (event == null) {
            int code = Native.getLastError();
            descriptor.close();
            throw new CallFailedException("CreateEventW", code);
        }
        return new PipeServer(api, name, most, descriptor, new KernelHandle(api, event));
    }

    /**
     * Creates one more end of the pipe, for one client. The first fails where the name is taken.
     *
     * @return connected to nobody
     */
    public PipeConnection connection() throws CallFailedException {
        HANDLE pipe = api.CreateNamedPipe(
                name,
                ProcessApi.PIPE_ACCESS_DUPLEX
                        | ProcessApi.FILE_FLAG_OVERLAPPED
                        | (named ? 0 : ProcessApi.FILE_FLAG_FIRST_PIPE_INSTANCE),
                ProcessApi.PIPE_REJECT_REMOTE_CLIENTS,
                most,
                PipeConnection.CAPACITY,
                PipeConnection.CAPACITY,
                0,
                security.attributes());
        if (WinBase.INVALID_HANDLE_VALUE.equals(pipe)) {
            throw new CallFailedException("CreateNamedPipeW", Native.getLastError());
        }
        named = true;
        KernelHandle end = new KernelHandle(api, pipe);
        HANDLE event = api.CreateEvent(null, true, false, null);
        if (event == null) {
            int code = Native.getLastError();
            end.close();
            throw new CallFailedException("CreateEventW", code);
        }
        return new PipeConnection(api, end, new KernelHandle(api, event));
    }

    /**
     * Waits, for as long as it takes, until {@link #wake} is called or something has come of what is pending.
     *
     * @param pending connections that said PENDING, fewer than 64
     */
    public void await(List<PipeConnection> pending) throws CallFailedException {
        HANDLE[] objects = Stream.concat(
                        Stream.of(wake.value()), pending.stream().map(PipeConnection::event))
                .toArray(HANDLE[]::new);
        if (api.WaitForMultipleObjects(objects.length, objects, false, ProcessApi.INFINITE) == ProcessApi.WAIT_FAILED) {
            throw new CallFailedException("WaitForMultipleObjects", Native.getLastError());
        }
    }

    /** Ends the wait that is under way, or the next one. From any thread, not after {@link #close}. */
    public void wake() throws CallFailedException {
        if (!api.SetEvent(wake.value())) {
            throw new CallFailedException("SetEvent", Native.getLastError());
        }
    }

    @Override
    public void close() {
        wake.close();
        security.close();
    }
}
