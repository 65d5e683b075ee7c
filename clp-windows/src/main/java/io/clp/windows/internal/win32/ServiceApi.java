package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/** The Service Control Manager: winsvc.h, in advapi32. */
public interface ServiceApi extends StdCallLibrary {
    /** SC_MANAGER_CONNECT. */
    int SC_MANAGER_CONNECT = 0x0001;
    /** SERVICE_QUERY_CONFIG. */
    int SERVICE_QUERY_CONFIG = 0x0001;
    /** SERVICE_CHANGE_CONFIG. */
    int SERVICE_CHANGE_CONFIG = 0x0002;
    /** SERVICE_QUERY_STATUS. */
    int SERVICE_QUERY_STATUS = 0x0004;
    /** SERVICE_ENUMERATE_DEPENDENTS. */
    int SERVICE_ENUMERATE_DEPENDENTS = 0x0008;
    /** SERVICE_START. */
    int SERVICE_START = 0x0010;
    /** SERVICE_STOP. */
    int SERVICE_STOP = 0x0020;
    /** SERVICE_CONTROL_STOP. */
    int SERVICE_CONTROL_STOP = 1;
    /** SERVICE_ACTIVE: every state but stopped. */
    int SERVICE_ACTIVE = 1;
    /** SC_STATUS_PROCESS_INFO. */
    int SC_STATUS_PROCESS_INFO = 0;
    /** SERVICE_RUNS_IN_SYSTEM_PROCESS. */
    int SERVICE_RUNS_IN_SYSTEM_PROCESS = 1;
    /** SERVICE_WIN32_SHARE_PROCESS. */
    int SERVICE_WIN32_SHARE_PROCESS = 0x20;
    /** SERVICE_NO_CHANGE. */
    int SERVICE_NO_CHANGE = -1;
    /** SERVICE_NOTIFY_STATUS_CHANGE: the version of SERVICE_NOTIFY. */
    int SERVICE_NOTIFY_STATUS_CHANGE = 2;
    /** SERVICE_NOTIFY_STOPPED. */
    int SERVICE_NOTIFY_STOPPED = 0x01;
    /** SERVICE_NOTIFY_START_PENDING. */
    int SERVICE_NOTIFY_START_PENDING = 0x02;
    /** SERVICE_NOTIFY_STOP_PENDING. */
    int SERVICE_NOTIFY_STOP_PENDING = 0x04;
    /** SERVICE_NOTIFY_RUNNING. */
    int SERVICE_NOTIFY_RUNNING = 0x08;
    /** SERVICE_NOTIFY_CONTINUE_PENDING. */
    int SERVICE_NOTIFY_CONTINUE_PENDING = 0x10;
    /** SERVICE_NOTIFY_PAUSE_PENDING. */
    int SERVICE_NOTIFY_PAUSE_PENDING = 0x20;
    /** SERVICE_NOTIFY_PAUSED. */
    int SERVICE_NOTIFY_PAUSED = 0x40;
    /** SC_GROUP_IDENTIFIERW: the names of load-order groups begin with it. */
    char SC_GROUP_IDENTIFIER = '+';

    /** OpenSCManagerW. */
    @Nullable
    SC_HANDLE OpenSCManager(@Nullable String machine, @Nullable String database, int access);

    /** OpenServiceW. */
    @Nullable
    SC_HANDLE OpenService(SC_HANDLE manager, String service, int access);

    /** CloseServiceHandle. */
    boolean CloseServiceHandle(SC_HANDLE handle);

    /** QueryServiceStatusEx, for SC_STATUS_PROCESS_INFO. */
    boolean QueryServiceStatusEx(
            SC_HANDLE service, int level, SERVICE_STATUS_PROCESS status, int size, IntByReference needed);

    /** StartServiceW. */
    boolean StartService(SC_HANDLE service, int count, String @Nullable [] arguments);

    /** ControlService. */
    boolean ControlService(SC_HANDLE service, int control, SERVICE_STATUS status);

    /** EnumDependentServicesW. */
    boolean EnumDependentServices(
            SC_HANDLE service, int states, Pointer buffer, int size, IntByReference needed, IntByReference returned);

    /** QueryServiceConfigW. */
    boolean QueryServiceConfig(SC_HANDLE service, Pointer buffer, int size, IntByReference needed);

    /** ChangeServiceConfigW. */
    boolean ChangeServiceConfig(
            SC_HANDLE service,
            int serviceType,
            int startType,
            int errorControl,
            @Nullable String binaryPath,
            @Nullable String loadOrderGroup,
            @Nullable IntByReference tag,
            @Nullable String dependencies,
            @Nullable String account,
            @Nullable String password,
            @Nullable String displayName);

    /** NotifyServiceStatusChangeW, which returns its code; the buffer is a {@link SERVICE_NOTIFY}, written to at any time. */
    int NotifyServiceStatusChange(SC_HANDLE service, int mask, Pointer buffer);

    /** PFN_SC_NOTIFY_CALLBACK. */
    interface Notified extends StdCallCallback {
        /** Called in the thread that armed it, while that waits alertably. */
        void notified(Pointer buffer);
    }

    /** SERVICE_NOTIFY_2W. */
    @FieldOrder({
        "dwVersion",
        "pfnNotifyCallback",
        "pContext",
        "dwNotificationStatus",
        "ServiceStatus",
        "dwNotificationTriggered",
        "pszServiceNames"
    })
    class SERVICE_NOTIFY extends Structure {
        public int dwVersion = SERVICE_NOTIFY_STATUS_CHANGE;
        public @Nullable Notified pfnNotifyCallback;
        public @Nullable Pointer pContext;
        public int dwNotificationStatus;
        public SERVICE_STATUS_PROCESS ServiceStatus = new SERVICE_STATUS_PROCESS();
        public int dwNotificationTriggered;
        public @Nullable Pointer pszServiceNames;
    }

    /** ENUM_SERVICE_STATUSW; its strings are pointers, so that their encoding is the same everywhere. */
    @FieldOrder({"lpServiceName", "lpDisplayName", "ServiceStatus"})
    class ENUM_SERVICE_STATUS extends Structure {
        public @Nullable Pointer lpServiceName;
        public @Nullable Pointer lpDisplayName;
        public SERVICE_STATUS ServiceStatus = new SERVICE_STATUS();

        /** Makes an empty one. */
        public ENUM_SERVICE_STATUS() {}

        /** Reads one from memory. */
        public ENUM_SERVICE_STATUS(Pointer memory) {
            super(memory);
            read();
        }
    }

    /** QUERY_SERVICE_CONFIGW; its strings are pointers, so that their encoding is the same everywhere. */
    @FieldOrder({
        "dwServiceType",
        "dwStartType",
        "dwErrorControl",
        "lpBinaryPathName",
        "lpLoadOrderGroup",
        "dwTagId",
        "lpDependencies",
        "lpServiceStartName",
        "lpDisplayName"
    })
    class QUERY_SERVICE_CONFIG extends Structure {
        public int dwServiceType;
        public int dwStartType;
        public int dwErrorControl;
        public @Nullable Pointer lpBinaryPathName;
        public @Nullable Pointer lpLoadOrderGroup;
        public int dwTagId;
        public @Nullable Pointer lpDependencies;
        public @Nullable Pointer lpServiceStartName;
        public @Nullable Pointer lpDisplayName;

        /** Makes an empty one. */
        public QUERY_SERVICE_CONFIG() {}

        /** Reads one from memory. */
        public QUERY_SERVICE_CONFIG(Pointer memory) {
            super(memory);
            read();
        }
    }
}
