package io.clp.benchmarks.windows;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;

/** The peer of a query of the SPI: the same by hand over jna-platform, everything opened and closed. */
final class RawQuery {
    private static final Advapi32 ADVAPI = Advapi32.INSTANCE;

    private RawQuery() {}

    static int state(String name) {
        SC_HANDLE manager = opened(ADVAPI.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT));
        try {
            SC_HANDLE service = opened(ADVAPI.OpenService(manager, name, Winsvc.SERVICE_QUERY_STATUS));
            try {
                SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
                if (!ADVAPI.QueryServiceStatusEx(
                        service,
                        Winsvc.SC_STATUS_TYPE.SC_STATUS_PROCESS_INFO,
                        status,
                        status.size(),
                        new IntByReference())) {
                    throw new Win32Exception(Kernel32.INSTANCE.GetLastError());
                }
                return status.dwCurrentState;
            } finally {
                ADVAPI.CloseServiceHandle(service);
            }
        } finally {
            ADVAPI.CloseServiceHandle(manager);
        }
    }

    private static SC_HANDLE opened(SC_HANDLE handle) {
        if (handle == null) {
            throw new Win32Exception(Kernel32.INSTANCE.GetLastError());
        }
        return handle;
    }
}
