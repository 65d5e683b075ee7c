package io.clp.windows.internal.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinBase.OVERLAPPED;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.ProcessApi;

/** Reads a pipe while its thread waits elsewhere. Of one thread. */
public final class PipeReader implements AutoCloseable {
    /** What has come of a read. */
    public enum State {
        /** There are bytes to take. */
        READY,
        /** Nothing was written yet. */
        PENDING,
        /** Nobody can write any more. */
        CLOSED
    }

    private final ProcessApi api;
    private final KernelHandle pipe;
    private final KernelHandle event;
    private final Memory buffer;
    /** Windows writes to it at any time: it is never copied to and from Java's fields. */
    private final OVERLAPPED overlapped = new OVERLAPPED();

    private final IntByReference count = new IntByReference();
    private boolean begun;

    PipeReader(ProcessApi api, KernelHandle pipe, KernelHandle event, int size) {
        this.api = api;
        this.pipe = pipe;
        this.event = event;
        buffer = new Memory(size);
        overlapped.hEvent = event.value();
        overlapped.write();
    }

    HANDLE event() {
        return event.value();
    }

    /**
     * Begins to read.
     *
     * @return READY or PENDING where it has begun: see {@link #look}; CLOSED where nobody can write any more
     */
    public State begin() throws CallFailedException {
        if (api.ReadFile(pipe.value(), buffer, (int) buffer.size(), null, overlapped.getPointer())) {
            begun = true;
            return State.READY;
        }
        int code = Native.getLastError();
        if (code == ProcessApi.ERROR_IO_PENDING) {
            begun = true;
            return State.PENDING;
        } else if (code == ProcessApi.ERROR_BROKEN_PIPE) {
            return State.CLOSED;
        }
        throw new CallFailedException("ReadFile", code);
    }

    /**
     * Looks what has come of the read that was begun.
     *
     * @return READY once, then the next read is to be begun
     */
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
        if (code == ProcessApi.ERROR_BROKEN_PIPE) {
            return State.CLOSED;
        }
        throw new CallFailedException("GetOverlappedResult", code);
    }

    /** {@return the bytes read, once {@link #look} said READY} */
    public byte[] bytes() {
        return buffer.getByteArray(0, count.getValue());
    }

    /** {@return how many bytes were read last} */
    public int taken() {
        return count.getValue();
    }

    /** Takes the read back where one has begun, and only then frees what Windows writes to. */
    @Override
    public void close() {
        if (begun) {
            api.CancelIoEx(pipe.value(), overlapped.getPointer());
            api.GetOverlappedResult(pipe.value(), overlapped.getPointer(), count, true);
        }
        event.close();
        buffer.close();
    }
}
