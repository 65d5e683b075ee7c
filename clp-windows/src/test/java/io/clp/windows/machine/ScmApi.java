package io.clp.windows.machine;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/** What makes and removes services (winsvc.h). Names as the header has them. */
interface ScmApi extends StdCallLibrary {
    ScmApi SCM = Native.load("advapi32", ScmApi.class, W32APIOptions.UNICODE_OPTIONS);

    @Nullable
    Pointer OpenSCManager(@Nullable String machine, @Nullable String database, int access);

    @Nullable
    Pointer CreateService(
            Pointer manager,
            String name,
            String displayName,
            int access,
            int type,
            int startType,
            int errorControl,
            String binaryPath,
            @Nullable String loadOrderGroup,
            @Nullable Pointer tag,
            @Nullable Pointer dependencies,
            @Nullable String account,
            @Nullable String password);

    @Nullable
    Pointer OpenService(Pointer manager, String name, int access);

    boolean StartService(Pointer service, int arguments, @Nullable Pointer vectors);

    boolean ControlService(Pointer service, int control, SERVICE_STATUS status);

    boolean QueryServiceStatusEx(
            Pointer service, int level, SERVICE_STATUS_PROCESS status, int size, IntByReference needed);

    boolean ChangeServiceConfig(
            Pointer service,
            int type,
            int startType,
            int errorControl,
            @Nullable String binaryPath,
            @Nullable String loadOrderGroup,
            @Nullable Pointer tag,
            @Nullable Pointer dependencies,
            @Nullable String account,
            @Nullable String password,
            @Nullable String displayName);

    boolean DeleteService(Pointer service);

    boolean CloseServiceHandle(Pointer handle);
}
