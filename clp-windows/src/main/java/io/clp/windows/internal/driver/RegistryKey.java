package io.clp.windows.internal.driver;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.RegistryApi;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A key of the registry, or that there is none. Of one thread. */
public final class RegistryKey implements AutoCloseable {
    private static final int FILE_NOT_FOUND = 2;
    private static final int INVALID_DATATYPE = 1804;

    private final RegistryApi registry;
    private @Nullable HANDLE key;

    RegistryKey(RegistryApi registry, @Nullable HANDLE key) {
        this.registry = registry;
        this.key = key;
    }

    /**
     * Reads a number.
     *
     * @param name of the value
     * @return the number; empty where there is no such key or no such value
     */
    public OptionalInt number(String name) throws CallFailedException {
        HANDLE open = key;
        if (open == null) {
            return OptionalInt.empty();
        }
        IntByReference type = new IntByReference();
        IntByReference data = new IntByReference();
        int code = registry.RegQueryValueEx(open, name, null, type, data, new IntByReference(Integer.BYTES));
        if (code == FILE_NOT_FOUND) {
            return OptionalInt.empty();
        } else if (code == 0 && type.getValue() != RegistryApi.REG_DWORD) {
            throw new CallFailedException("RegQueryValueExW", INVALID_DATATYPE);
        } else if (code != 0) {
            throw new CallFailedException("RegQueryValueExW", code);
        }
        return OptionalInt.of(data.getValue());
    }

    @Override
    public void close() {
        HANDLE open = key;
        if (open != null) {
            key = null;
            registry.RegCloseKey(open);
        }
    }
}
