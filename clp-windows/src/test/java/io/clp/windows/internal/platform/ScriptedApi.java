package io.clp.windows.internal.platform;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.ServiceApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the Service Control Manager over services that a test describes. It knows every handle and every call. */
final class ScriptedApi implements ServiceApi {
    /** A service. */
    static final class Described {
        int type = 0x10;
        int state = 1;
        int processId;
        int flags;
        int checkpoint;
        int startType = 3;
        String needs = "";
        List<String> dependents = List.of();
    }

    final Map<String, Described> services = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final Map<Long, String> open = new HashMap<>();
    private final Map<String, Deque<Integer>> failures = new HashMap<>();
    private long handles;
    Runnable beforeQuery = () -> {};
    Runnable whenClosed = () -> {};

    /** Installs a stopped service. */
    Described install(String name) {
        Described service = new Described();
        services.put(name, service);
        return service;
    }

    /** Makes the next call of a function fail. */
    void fail(String function, int code) {
        failures.computeIfAbsent(function, it -> new ArrayDeque<>()).add(code);
    }

    /** Returns how often a function was called. */
    long count(String function) {
        return calls.stream().filter(it -> it.startsWith(function)).count();
    }

    /** Returns what is open, the connection aside. */
    List<String> openServices() {
        return open.values().stream().filter(it -> !it.equals("manager")).toList();
    }

    @Override
    public @Nullable SC_HANDLE OpenSCManager(@Nullable String machine, @Nullable String database, int access) {
        return called("OpenSCManager", String.valueOf(access)) ? handle("manager") : null;
    }

    @Override
    public @Nullable SC_HANDLE OpenService(SC_HANDLE manager, String service, int access) {
        requireOpen(manager);
        if (!called("OpenService", service + " " + access)) {
            return null;
        }
        if (!services.containsKey(service)) {
            Native.setLastError(1060);
            return null;
        }
        return handle(service);
    }

    @Override
    public boolean CloseServiceHandle(SC_HANDLE handle) {
        requireOpen(handle);
        open.remove(Pointer.nativeValue(handle.getPointer()));
        whenClosed.run();
        return called("CloseServiceHandle", "");
    }

    @Override
    public boolean QueryServiceStatusEx(
            SC_HANDLE service, int level, SERVICE_STATUS_PROCESS status, int size, IntByReference needed) {
        beforeQuery.run();
        Described found = found(service);
        if (!called("QueryServiceStatusEx", level + " " + size)) {
            return false;
        }
        status.dwServiceType = found.type;
        status.dwCurrentState = found.state;
        status.dwProcessId = found.processId;
        status.dwServiceFlags = found.flags;
        status.dwCheckPoint = found.checkpoint;
        return true;
    }

    @Override
    public boolean StartService(SC_HANDLE service, int count, String @Nullable [] arguments) {
        found(service);
        return called("StartService", String.valueOf(count));
    }

    @Override
    public boolean ControlService(SC_HANDLE service, int control, SERVICE_STATUS status) {
        status.dwCurrentState = found(service).state;
        return called("ControlService", String.valueOf(control));
    }

    @Override
    public boolean EnumDependentServices(
            SC_HANDLE service, int states, Pointer buffer, int size, IntByReference needed, IntByReference returned) {
        List<String> names = found(service).dependents;
        if (!called("EnumDependentServices", states + " " + size)) {
            return false;
        }
        int entry = new ENUM_SERVICE_STATUS().size();
        long text = (long) names.size() * entry;
        long total =
                text + names.stream().mapToLong(it -> 2L * (it.length() + 1)).sum();
        if (total > size) {
            needed.setValue((int) total);
            Native.setLastError(234);
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            buffer.setPointer((long) i * entry, buffer.share(text));
            text = write(buffer, text, names.get(i) + "\0");
        }
        returned.setValue(names.size());
        return true;
    }

    @Override
    public boolean QueryServiceConfig(SC_HANDLE service, Pointer buffer, int size, IntByReference needed) {
        Described found = found(service);
        if (!called("QueryServiceConfig", String.valueOf(size))) {
            return false;
        }
        QUERY_SERVICE_CONFIG config = new QUERY_SERVICE_CONFIG();
        int total = config.size() + 2 * (found.needs.length() + 20);
        if (total > size) {
            needed.setValue(total);
            Native.setLastError(122);
            return false;
        }
        config.dwServiceType = found.type;
        config.dwStartType = found.startType;
        config.lpDisplayName = buffer.share(config.size());
        long next = write(buffer, config.size(), "表示名\0");
        config.lpDependencies = buffer.share(next);
        write(buffer, next, found.needs + "\0\0");
        config.write();
        buffer.write(0, config.getPointer().getByteArray(0, config.size()), 0, config.size());
        return true;
    }

    @Override
    public boolean ChangeServiceConfig(
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
            @Nullable String displayName) {
        Described found = found(service);
        if (!called("ChangeServiceConfig", serviceType + " " + startType + " " + errorControl)) {
            return false;
        }
        found.startType = startType;
        return true;
    }

    /** Accepted, and nothing is told: what is, and in which thread, is Windows' own. See NoticeThreadIT. */
    @Override
    public int NotifyServiceStatusChange(SC_HANDLE service, int mask, Pointer buffer) {
        return called("NotifyServiceStatusChange", requireOpen(service) + " " + mask) ? 0 : Native.getLastError();
    }

    private boolean called(String function, String about) {
        calls.add(about.isEmpty() ? function : function + " " + about);
        Deque<Integer> codes = failures.get(function);
        Integer code = codes == null ? null : codes.poll();
        if (code == null) {
            return true;
        }
        Native.setLastError(code);
        return false;
    }

    private SC_HANDLE handle(String name) {
        SC_HANDLE handle = new SC_HANDLE();
        handle.setPointer(Pointer.createConstant(++handles));
        open.put(handles, name);
        return handle;
    }

    private Described found(SC_HANDLE handle) {
        return services.get(requireOpen(handle));
    }

    private String requireOpen(SC_HANDLE handle) {
        String name = open.get(Pointer.nativeValue(handle.getPointer()));
        if (name == null) {
            throw new AssertionError("a handle that is not open");
        }
        return name;
    }

    private static long write(Pointer buffer, long at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        buffer.write(at, bytes, 0, bytes.length);
        return at + bytes.length;
    }
}
