package io.clp.windows.machine;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** What the system knows of all processes (winternl.h). Names as the header has them. */
interface SystemApi extends StdCallLibrary {
    SystemApi SYSTEM = Native.load("ntdll", SystemApi.class);

    int NtQuerySystemInformation(int what, Pointer buffer, int size, IntByReference needed);
}
