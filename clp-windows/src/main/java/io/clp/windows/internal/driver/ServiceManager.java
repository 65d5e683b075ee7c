package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import io.clp.platform.WindowsErrors;
import io.clp.windows.internal.win32.ServiceApi;
import org.jspecify.annotations.Nullable;

/** A connection to the Service Control Manager of this node. Thread-safe, but nothing may use it once it is closed. */
public final class ServiceManager implements AutoCloseable {
    private final ServiceApi api;
    private final SC_HANDLE handle;

    private ServiceManager(ServiceApi api, SC_HANDLE handle) {
        this.api = api;
        this.handle = handle;
    }

    /**
     * What came of a connection.
     *
     * @param manager the connection, null where it failed
     * @param code the code of Windows, 0 for success
     */
    public record Connecting(@Nullable ServiceManager manager, int code) {}

    /**
     * What came of opening a service.
     *
     * @param service the service, null where it failed
     * @param code the code of Windows, 0 for success
     */
    public record Opening(@Nullable OpenedService service, int code) {}

    /** {@return a connection that can open services and nothing else ({@code OpenSCManager})} */
    public static Connecting connect(ServiceApi api) {
        SC_HANDLE handle = api.OpenSCManager(null, null, ServiceApi.SC_MANAGER_CONNECT);
        return handle == null
                ? new Connecting(null, Native.getLastError())
                : new Connecting(new ServiceManager(api, handle), 0);
    }

    /**
     * Opens a service ({@code OpenService}).
     *
     * @param name the short name
     * @param rights what is going to be done with it
     * @return the service, or the code
     */
    public Opening open(String name, int rights) {
        if (name.indexOf('\0') >= 0) {
            // Windows would stop reading there, and find another service.
            return new Opening(null, WindowsErrors.INVALID_NAME);
        }
        SC_HANDLE service = api.OpenService(handle, name, rights);
        return service == null
                ? new Opening(null, Native.getLastError())
                : new Opening(new OpenedService(api, service, name), 0);
    }

    @Override
    public void close() {
        api.CloseServiceHandle(handle);
    }
}
