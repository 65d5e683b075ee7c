package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/** The registry (advapi32: winreg.h). Its functions return the code and set no last error. */
public interface RegistryApi extends StdCallLibrary {
    /** Predefined keys are sign-extended to the width of a handle. */
    HANDLE HKEY_LOCAL_MACHINE = new HANDLE(Pointer.createConstant(0xFFFFFFFF_80000002L));

    int KEY_QUERY_VALUE = 0x1;
    int KEY_WOW64_64KEY = 0x100;
    int REG_DWORD = 4;

    int RegOpenKeyEx(HANDLE parent, String name, int options, int access, HANDLEByReference key);

    int RegQueryValueEx(
            HANDLE key,
            String name,
            @Nullable Pointer reserved,
            IntByReference type,
            IntByReference data,
            IntByReference size);

    int RegCloseKey(HANDLE key);
}
