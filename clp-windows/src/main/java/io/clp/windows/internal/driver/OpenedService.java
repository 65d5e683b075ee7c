package io.clp.windows.internal.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import io.clp.platform.ActResult;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.windows.internal.driver.GrowingBuffer.Filled;
import io.clp.windows.internal.win32.ServiceApi;
import io.clp.windows.internal.win32.ServiceApi.ENUM_SERVICE_STATUS;
import io.clp.windows.internal.win32.ServiceApi.QUERY_SERVICE_CONFIG;
import io.clp.windows.internal.win32.ServiceApi.SERVICE_NOTIFY;
import java.util.ArrayList;
import java.util.List;

/** A service, opened with the rights that its opener asked for. Used by one thread. */
public final class OpenedService implements AutoCloseable {
    private static final int FIRST_BUFFER_BYTES = 4_096;
    private static final int INSUFFICIENT_BUFFER = 122;
    private static final int MORE_DATA = 234;

    private final ServiceApi api;
    private final SC_HANDLE handle;
    private final String name;

    /** Used again at each look: a wait has hundreds of them. */
    private final SERVICE_STATUS_PROCESS raw = new SERVICE_STATUS_PROCESS();

    private final IntByReference needed = new IntByReference();

    OpenedService(ServiceApi api, SC_HANDLE handle, String name) {
        this.api = api;
        this.handle = handle;
        this.name = name;
    }

    /** {@return its present report; needs the right to query the status ({@code QueryServiceStatusEx})} */
    public ServiceReport report() {
        boolean told = api.QueryServiceStatusEx(handle, ServiceApi.SC_STATUS_PROCESS_INFO, raw, raw.size(), needed);
        if (!told) {
            throw ServiceFaults.of("query of service " + name, "QueryServiceStatusEx", Native.getLastError());
        }
        return ServiceReport.of(raw);
    }

    /** {@return what became of a start; needs the right to start ({@code StartService})} */
    public ActResult start() {
        boolean accepted = api.StartService(handle, 0, null);
        return ServiceCodes.start(accepted ? 0 : Native.getLastError());
    }

    /** {@return what became of a stop; needs the right to stop ({@code ControlService})} */
    public ActResult stop() {
        SERVICE_STATUS status = new SERVICE_STATUS();
        boolean told = api.ControlService(handle, ServiceApi.SERVICE_CONTROL_STOP, status);
        int code = told ? 0 : Native.getLastError();
        // It is filled for some codes only; a service that says nothing is not in between.
        ServiceState state =
                status.dwCurrentState == 0 ? ServiceState.STOPPED : ServiceReport.state(status.dwCurrentState);
        return ServiceCodes.stop(code, state);
    }

    /**
     * Returns the services that need this one and are not stopped; needs the right to enumerate dependents
     * ({@code EnumDependentServices}).
     *
     * @return short names, the one started last first
     */
    public List<String> runningDependents() {
        IntByReference count = new IntByReference();
        Filled filled = new GrowingBuffer(FIRST_BUFFER_BYTES, MORE_DATA)
                .fill((buffer, more) -> api.EnumDependentServices(
                        handle, ServiceApi.SERVICE_ACTIVE, buffer, (int) buffer.size(), more, count));
        try (Memory memory = filled.memory()) {
            if (filled.code() != 0) {
                throw ServiceFaults.of("list of what depends on " + name, "EnumDependentServices", filled.code());
            }
            List<String> names = new ArrayList<>();
            int size = new ENUM_SERVICE_STATUS().size();
            for (int i = 0; i < count.getValue(); i++) {
                names.add(WideStrings.read(new ENUM_SERVICE_STATUS(memory.share((long) i * size)).lpServiceName));
            }
            return names;
        }
    }

    /** {@return how it is set up; needs the right to query the configuration ({@code QueryServiceConfig})} */
    public ServiceConfiguration configuration() {
        Filled filled = new GrowingBuffer(FIRST_BUFFER_BYTES, INSUFFICIENT_BUFFER)
                .fill((buffer, more) -> api.QueryServiceConfig(handle, buffer, (int) buffer.size(), more));
        try (Memory memory = filled.memory()) {
            if (filled.code() != 0) {
                throw ServiceFaults.of("query of how " + name + " is set up", "QueryServiceConfig", filled.code());
            }
            QUERY_SERVICE_CONFIG raw = new QUERY_SERVICE_CONFIG(memory);
            List<String> dependencies = WideStrings.readMany(raw.lpDependencies).stream()
                    .filter(it -> it.charAt(0) != ServiceApi.SC_GROUP_IDENTIFIER)
                    .toList();
            return new ServiceConfiguration(
                    WideStrings.read(raw.lpDisplayName),
                    StartTypes.of(raw.dwStartType),
                    (raw.dwServiceType & ServiceApi.SERVICE_WIN32_SHARE_PROCESS) != 0,
                    dependencies);
        }
    }

    /** {@return what became of a new start type; needs the right to change the configuration ({@code ChangeServiceConfig})} */
    public ActResult changeStartType(ServiceStartType type) {
        int same = ServiceApi.SERVICE_NO_CHANGE;
        boolean changed = api.ChangeServiceConfig(
                handle, same, StartTypes.code(type), same, null, null, null, null, null, null, null);
        return ServiceCodes.change(changed ? 0 : Native.getLastError());
    }

    /**
     * Asks to be told once when it is in another state; needs the right to query the status ({@code NotifyServiceStatusChange}). Closing it
     * takes that back.
     *
     * @param seen the state that is no news
     * @param buffer what Windows writes to, and hands to its callback in this thread
     * @return the code of Windows, 0 for success
     */
    int notifyOfOtherThan(ServiceState seen, SERVICE_NOTIFY buffer) {
        return api.NotifyServiceStatusChange(handle, ServiceReport.otherThan(seen), buffer.getPointer());
    }

    @Override
    public void close() {
        api.CloseServiceHandle(handle);
    }
}
