package io.clp.windows.internal.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.VolumeApi;

/**
 * A volume, opened as a device, or the code of why it could not be. What returns an int returns the Windows error code, 0 for success.
 * Used by one thread; closing it ends its lock.
 */
public final class VolumeHandle implements AutoCloseable {
    /** A multiple of the sector of every disk. */
    private static final int PROBED_BYTES = 4096;

    private final VolumeApi api;
    private final HANDLE handle;
    private final int code;
    private boolean closed;

    VolumeHandle(VolumeApi api, HANDLE handle) {
        this.api = api;
        this.handle = handle;
        boolean open = handle != null && !WinBase.INVALID_HANDLE_VALUE.equals(handle);
        code = open ? 0 : Native.getLastError();
        closed = !open;
    }

    /** {@return 0 where it is open, else the code of why it is not} */
    public int code() {
        return code;
    }

    /** {@return the code of writing what is buffered} */
    public int flush() {
        return api.FlushFileBuffers(handle) ? 0 : Native.getLastError();
    }

    /** {@return the code of locking the volume; the lock ends with this handle} */
    public int lock() {
        return control(VolumeApi.FSCTL_LOCK_VOLUME);
    }

    /** {@return the code of taking the volume from its file system, whoever has files open} */
    public int dismount() {
        return control(VolumeApi.FSCTL_DISMOUNT_VOLUME);
    }

    /** {@return the code of letting input and output through to the disk} */
    public int online() {
        return control(VolumeApi.IOCTL_VOLUME_ONLINE);
    }

    /** {@return the code of keeping input and output from the disk} */
    public int offline() {
        return control(VolumeApi.IOCTL_VOLUME_OFFLINE);
    }

    /** {@return the code of asking whether the volume is offline: 0 where it is} */
    public int isOffline() {
        return control(VolumeApi.IOCTL_VOLUME_IS_OFFLINE);
    }

    /** {@return the code of reading the first sectors from the disk} */
    public int read() {
        try (Memory buffer = new Memory(PROBED_BYTES)) {
            return api.ReadFile(handle, buffer, PROBED_BYTES, new IntByReference(), null) ? 0 : Native.getLastError();
        }
    }

    private int control(int what) {
        return api.DeviceIoControl(handle, what, null, 0, null, 0, new IntByReference(), null)
                ? 0
                : Native.getLastError();
    }

    /** Closes it; twice does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (!api.CloseHandle(handle)) {
                throw new NativeCallException("close a volume (CloseHandle)", Native.getLastError());
            }
        }
    }
}
