package io.clp.platform;

import java.util.Map;

/** The Windows error codes that the library knows by name (winerror.h). */
public final class WindowsErrors {
    /** There is no such file, device or neighbour. */
    public static final int FILE_NOT_FOUND = 2;
    /** There is no such folder. */
    public static final int PATH_NOT_FOUND = 3;
    /** Access is denied: not elevated, or the right is lacking. */
    public static final int ACCESS_DENIED = 5;
    /** The handle is invalid. */
    public static final int INVALID_HANDLE = 6;
    /** The device is not ready. */
    public static final int NOT_READY = 21;
    /** Another process uses it. */
    public static final int SHARING_VIOLATION = 32;
    /** The system, or the device, cannot do this. */
    public static final int NOT_SUPPORTED = 50;
    /** The parameter is incorrect. */
    public static final int INVALID_PARAMETER = 87;
    /** Nothing can have this name. */
    public static final int INVALID_NAME = 123;
    /** The folder is not empty, or is a mount point in use. */
    public static final int DIR_NOT_EMPTY = 145;
    /** The resource is in use. */
    public static final int BUSY = 170;
    /** Running services depend on it. */
    public static final int DEPENDENT_SERVICES_RUNNING = 1051;
    /** The service does not accept this control. */
    public static final int INVALID_SERVICE_CONTROL = 1052;
    /** The service did not answer in time. */
    public static final int SERVICE_REQUEST_TIMEOUT = 1053;
    /** The service database is locked: ask again later. */
    public static final int SERVICE_DATABASE_LOCKED = 1055;
    /** The service runs already. */
    public static final int SERVICE_ALREADY_RUNNING = 1056;
    /** The service is disabled. */
    public static final int SERVICE_DISABLED = 1058;
    /** There is no such service. */
    public static final int SERVICE_DOES_NOT_EXIST = 1060;
    /** The service cannot accept controls now: ask again later. */
    public static final int SERVICE_CANNOT_ACCEPT_CTRL = 1061;
    /** The service is not running. */
    public static final int SERVICE_NOT_ACTIVE = 1062;
    /** The process ended without saying so. */
    public static final int PROCESS_ABORTED = 1067;
    /** A service it depends on could not be started. */
    public static final int SERVICE_DEPENDENCY_FAIL = 1068;
    /** The account could not log on. */
    public static final int SERVICE_LOGON_FAILED = 1069;
    /** The service is marked for deletion. */
    public static final int SERVICE_MARKED_FOR_DELETE = 1072;
    /** The service has not been started since boot. */
    public static final int SERVICE_NEVER_STARTED = 1077;
    /** Nothing of that name was found. */
    public static final int NOT_FOUND = 1168;
    /** The address is on this node already. */
    public static final int OBJECT_ALREADY_EXISTS = 5010;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "ERROR_SUCCESS"),
            Map.entry(1, "ERROR_INVALID_FUNCTION"),
            Map.entry(FILE_NOT_FOUND, "ERROR_FILE_NOT_FOUND"),
            Map.entry(PATH_NOT_FOUND, "ERROR_PATH_NOT_FOUND"),
            Map.entry(ACCESS_DENIED, "ERROR_ACCESS_DENIED"),
            Map.entry(INVALID_HANDLE, "ERROR_INVALID_HANDLE"),
            Map.entry(15, "ERROR_INVALID_DRIVE"),
            Map.entry(19, "ERROR_WRITE_PROTECT"),
            Map.entry(NOT_READY, "ERROR_NOT_READY"),
            Map.entry(23, "ERROR_CRC"),
            Map.entry(31, "ERROR_GEN_FAILURE"),
            Map.entry(SHARING_VIOLATION, "ERROR_SHARING_VIOLATION"),
            Map.entry(33, "ERROR_LOCK_VIOLATION"),
            Map.entry(NOT_SUPPORTED, "ERROR_NOT_SUPPORTED"),
            Map.entry(55, "ERROR_DEV_NOT_EXIST"),
            Map.entry(67, "ERROR_BAD_NET_NAME"),
            Map.entry(INVALID_PARAMETER, "ERROR_INVALID_PARAMETER"),
            Map.entry(122, "ERROR_INSUFFICIENT_BUFFER"),
            Map.entry(INVALID_NAME, "ERROR_INVALID_NAME"),
            Map.entry(DIR_NOT_EMPTY, "ERROR_DIR_NOT_EMPTY"),
            Map.entry(BUSY, "ERROR_BUSY"),
            Map.entry(193, "ERROR_BAD_EXE_FORMAT"),
            Map.entry(206, "ERROR_FILENAME_EXCED_RANGE"),
            Map.entry(234, "ERROR_MORE_DATA"),
            Map.entry(433, "ERROR_NO_SUCH_DEVICE"),
            Map.entry(740, "ERROR_ELEVATION_REQUIRED"),
            Map.entry(1005, "ERROR_UNRECOGNIZED_VOLUME"),
            Map.entry(DEPENDENT_SERVICES_RUNNING, "ERROR_DEPENDENT_SERVICES_RUNNING"),
            Map.entry(INVALID_SERVICE_CONTROL, "ERROR_INVALID_SERVICE_CONTROL"),
            Map.entry(SERVICE_REQUEST_TIMEOUT, "ERROR_SERVICE_REQUEST_TIMEOUT"),
            Map.entry(SERVICE_DATABASE_LOCKED, "ERROR_SERVICE_DATABASE_LOCKED"),
            Map.entry(SERVICE_ALREADY_RUNNING, "ERROR_SERVICE_ALREADY_RUNNING"),
            Map.entry(SERVICE_DISABLED, "ERROR_SERVICE_DISABLED"),
            Map.entry(SERVICE_DOES_NOT_EXIST, "ERROR_SERVICE_DOES_NOT_EXIST"),
            Map.entry(SERVICE_CANNOT_ACCEPT_CTRL, "ERROR_SERVICE_CANNOT_ACCEPT_CTRL"),
            Map.entry(SERVICE_NOT_ACTIVE, "ERROR_SERVICE_NOT_ACTIVE"),
            Map.entry(1066, "ERROR_SERVICE_SPECIFIC_ERROR"),
            Map.entry(PROCESS_ABORTED, "ERROR_PROCESS_ABORTED"),
            Map.entry(SERVICE_DEPENDENCY_FAIL, "ERROR_SERVICE_DEPENDENCY_FAIL"),
            Map.entry(SERVICE_LOGON_FAILED, "ERROR_SERVICE_LOGON_FAILED"),
            Map.entry(1070, "ERROR_SERVICE_START_HANG"),
            Map.entry(SERVICE_MARKED_FOR_DELETE, "ERROR_SERVICE_MARKED_FOR_DELETE"),
            Map.entry(1075, "ERROR_SERVICE_DEPENDENCY_DELETED"),
            Map.entry(SERVICE_NEVER_STARTED, "ERROR_SERVICE_NEVER_STARTED"),
            Map.entry(1115, "ERROR_SHUTDOWN_IN_PROGRESS"),
            Map.entry(1117, "ERROR_IO_DEVICE"),
            Map.entry(1167, "ERROR_DEVICE_NOT_CONNECTED"),
            Map.entry(NOT_FOUND, "ERROR_NOT_FOUND"),
            Map.entry(1392, "ERROR_FILE_CORRUPT"),
            Map.entry(1722, "RPC_S_SERVER_UNAVAILABLE"),
            Map.entry(1726, "RPC_S_CALL_FAILED"),
            Map.entry(4390, "ERROR_NOT_A_REPARSE_POINT"),
            Map.entry(OBJECT_ALREADY_EXISTS, "ERROR_OBJECT_ALREADY_EXISTS"));

    private WindowsErrors() {}

    /**
     * Returns the symbolic name of a code.
     *
     * @param code a Windows error code, 0 for success
     * @return the name as winerror.h has it; "error N" for a code that the library does not know by name
     */
    public static String nameOf(int code) {
        String name = NAMES.get(code);
        return name == null ? "error " + code : name;
    }
}
