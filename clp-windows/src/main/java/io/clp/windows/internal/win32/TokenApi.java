package io.clp.windows.internal.win32;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** Access tokens (advapi32: processthreadsapi.h, securitybaseapi.h). */
public interface TokenApi extends StdCallLibrary {
    int TOKEN_QUERY = 0x8;
    /** TokenElevation of TOKEN_INFORMATION_CLASS: a TOKEN_ELEVATION, which is one DWORD. */
    int TOKEN_ELEVATION = 20;

    boolean OpenProcessToken(HANDLE process, int access, HANDLEByReference token);

    boolean GetTokenInformation(HANDLE token, int kind, IntByReference info, int size, IntByReference length);
}
