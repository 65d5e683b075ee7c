package io.clp.windows.internal.win32;

import com.sun.jna.platform.win32.WinNT.OSVERSIONINFO;
import com.sun.jna.win32.StdCallLibrary;

/** The version of the system (ntdll: winternl.h). */
public interface NtdllApi extends StdCallLibrary {
    int RtlGetVersion(OSVERSIONINFO version);
}
