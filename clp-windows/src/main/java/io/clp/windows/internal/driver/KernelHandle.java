package io.clp.windows.internal.driver;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import io.clp.windows.internal.win32.ProcessApi;
import org.jspecify.annotations.Nullable;

/** A handle of the kernel that is ours to close. Thread-safe: it is closed once, and not used after that. */
public final class KernelHandle implements AutoCloseable {
    private final ProcessApi api;
    private @Nullable HANDLE handle;

    KernelHandle(ProcessApi api, HANDLE handle) {
        this.api = api;
        this.handle = handle;
    }

    synchronized HANDLE value() {
        HANDLE open = handle;
        if (open == null) {
            throw new IllegalStateException("The handle is closed.");
        }
        return open;
    }

    @Override
    public synchronized void close() {
        HANDLE open = handle;
        if (open != null) {
            handle = null;
            api.CloseHandle(open);
        }
    }
}
