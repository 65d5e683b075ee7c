package io.clp.windows.internal.win32;

import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/** What the system says of itself (kernel32: sysinfoapi.h). */
public interface SystemApi extends StdCallLibrary {
    /** ComputerNamePhysicalNetBIOS of COMPUTER_NAME_FORMAT. */
    int COMPUTER_NAME_PHYSICAL_NET_BIOS = 4;

    boolean GetComputerNameEx(int kind, char @Nullable [] name, IntByReference size);
}
