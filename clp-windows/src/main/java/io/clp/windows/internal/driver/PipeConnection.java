package io.clp.windows.internal.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinBase.OVERLAPPED;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.driver.PipeReader.State;
import io.clp.windows.internal.win32.ProcessApi;

/**
 * Our end of a pipe to one client; one thing is done with it at a time. What is begun is READY where it is done, PENDING where
 * {@link #look} is to be called later, and CLOSED where the client is gone. Of one thread.
 */
public final class PipeConnection implements AutoCloseable {
    /** The most that is read or written at once. */
    public static final int CAPACITY = 4096;

    private final ProcessApi api;
    private final KernelHandle pipe;
    private final KernelHandle event;
    private final Memory buffer = new Memory(CAPACITY);
    /** Windows writes to it at any time: it is never copied to and from Java's fields. */
    private final OVERLAPPED overlapped = new OVERLAPPED();

    private final IntByReference count = new IntByReference();
    private boolean begun;

    PipeConnection(ProcessApi api, KernelHandle pipe, KernelHandle event) {
        this.api = api;
        this.pipe = pipe;
        this.event = event;
        overlapped.hEvent = event.value();
        overlapped.write();
    }

    HANDLE event() {
        return event.value();
    }

    /** {@return what comes of waiting for a client} */
    public State connect() throws CallFailedException {
        boolean done = api.ConnectNamedPipe(pipe.value(), overlapped.getPointer());
        int code = done ? 0 : Native.getLastError();
        return code == ProcessApi.ERROR_PIPE_CONNECTED ? State.READY : outcome("ConnectNamedPipe", code);
    }

    /** {@return what comes of reading, see {@link #bytes}} */
    public State read() throws CallFailedException {
        boolean done = api.ReadFile(pipe.value(), buffer, CAPACITY, null, overlapped.getPointer());
        return outcome("ReadFile", done ? 0 : Native.getLastError());
    }

    /**
     * Writes.
     *
     * @param bytes not more than {@link #CAPACITY}
     * @param from where they begin
     * @param length how many they are
     * @return what comes of it, see {@link #taken}
     */
    public State write(byte[] bytes, int from, int length) throws CallFailedException {
        buffer.write(0, bytes, from, length);
        boolean done = api.WriteFile(pipe.value(), buffer, length, null, overlapped.getPointer());
        return outcome("WriteFile", done ? 0 : Native.getLastError());
    }

    private State outcome(String function, int code) throws CallFailedException {
        if (code == 0 || code == ProcessApi.ERROR_IO_PENDING) {
            begun = true;
            return look();
        }
        return closed(function, code);
    }

    /** {@return what has come of what was begun last} */
    public State look() throws CallFailedException {
        if (api.GetOverlappedResult(pipe.value(), overlapped.getPointer(), count, false)) {
            begun = false;
            return State.READY;
        }
        int code = Native.getLastError();
        if (code == ProcessApi.ERROR_IO_INCOMPLETE) {
            return State.PENDING;
        }
        begun = false;
        return closed("GetOverlappedResult", code);
    }

    private static State closed(String function, int code) throws CallFailedException {
        if (code == ProcessApi.ERROR_BROKEN_PIPE || code == ProcessApi.ERROR_NO_DATA) {
            return State.CLOSED;
        }
        throw new CallFailedException(function, code);
    }

    /** {@return what was read last} */
    public byte[] bytes() {
        return buffer.getByteArray(0, count.getValue());
    }

    /** {@return how many bytes were read or written last} */
    public int taken() {
        return count.getValue();
    }

    /** Takes back what was begun, and only then frees what Windows writes to. */
    @Override
    public void close() {
        if (begun) {
            api.CancelIoEx(pipe.value(), overlapped.getPointer());
            api.GetOverlappedResult(pipe.value(), overlapped.getPointer(), count, true);
        }
        pipe.close();
        event.close();
        buffer.close();
    }
}
