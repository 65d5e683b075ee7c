package io.clp.windows.machine;

import static io.clp.windows.machine.ScmApi.SCM;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Services that a test installs, and that are ended and deleted with it. Asks the Service Control Manager without the library. */
public final class TestServices implements AutoCloseable {
    /** When Windows starts a service by itself, or refuses to start it. */
    public enum StartType {
        /** At boot. */
        AUTOMATIC(2),
        /** When asked. */
        MANUAL(3),
        /** Never. */
        DISABLED(4);

        private final int code;

        StartType(int code) {
            this.code = code;
        }
    }

    private static final int ALL_ACCESS = 0xF_003F;
    private static final int SERVICE_ALL_ACCESS = 0xF_01FF;
    private static final int SHARE_PROCESS = 0x20;
    private static final int ERROR_NORMAL = 1;
    private static final int NO_CHANGE = -1;
    private static final int STOPPED = 1;
    private static final int RUNNING = 4;
    private static final int DOES_NOT_EXIST = 1060;
    private static final int MARKED_FOR_DELETE = 1072;

    private final Pointer manager;
    private final Deque<String> installed = new ArrayDeque<>();

    /** Opens the Service Control Manager of this machine. */
    public TestServices() {
        manager = present(SCM.OpenSCManager(null, null, ALL_ACCESS), "OpenSCManager");
    }

    /**
     * Installs a service that may share its process: services with the same command line do.
     *
     * @param name the short name
     * @param commandLine what the Service Control Manager runs
     * @param startType when it may start
     * @param dependencies what it needs
     */
    public void install(String name, String commandLine, StartType startType, List<String> dependencies) {
        try (Memory needed = multiString(dependencies)) {
            Pointer service = SCM.CreateService(
                    manager,
                    name,
                    name + " of a test",
                    SERVICE_ALL_ACCESS,
                    SHARE_PROCESS,
                    startType.code,
                    ERROR_NORMAL,
                    commandLine,
                    null,
                    null,
                    dependencies.isEmpty() ? null : needed,
                    null,
                    null);
            SCM.CloseServiceHandle(present(service, "CreateService " + name));
        }
        installed.push(name);
    }

    /** Sends a control code to a service; the service may die of it. */
    public void control(String name, int code) {
        try (Opened service = opened(name)) {
            SCM.ControlService(service.handle(), code, new SERVICE_STATUS());
        }
    }

    /** Starts a service and does not wait for it. */
    public void start(String name) {
        try (Opened service = opened(name)) {
            check(SCM.StartService(service.handle(), 0, null), "StartService " + name);
        }
    }

    /** Returns the process a service runs in; 0 where it runs in none. */
    public long processId(String name) {
        return status(name).dwProcessId;
    }

    /** Returns whether a service is installed. */
    public boolean exists(String name) {
        Pointer handle = open(name);
        if (handle == null) {
            checkCode(DOES_NOT_EXIST, "OpenService " + name);
            return false;
        }
        SCM.CloseServiceHandle(handle);
        return true;
    }

    /** Returns whether a service runs. */
    public boolean running(String name) {
        return status(name).dwCurrentState == RUNNING;
    }

    /** Returns whether a service is stopped. */
    public boolean stopped(String name) {
        return status(name).dwCurrentState == STOPPED;
    }

    /** Sets when a service may start. */
    public void setStartType(String name, StartType startType) {
        try (Opened service = opened(name)) {
            check(
                    SCM.ChangeServiceConfig(
                            service.handle(),
                            NO_CHANGE,
                            startType.code,
                            NO_CHANGE,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    "ChangeServiceConfig " + name);
        }
    }

    /** Marks a service for deletion: it goes when it is stopped and the last handle to it is closed. */
    public void delete(String name) {
        try (Opened service = opened(name)) {
            check(SCM.DeleteService(service.handle()), "DeleteService " + name);
        }
    }

    /** Ends the process of a service without a word. */
    public void crash(String name) {
        Processes.end(processId(name));
    }

    /** Holds a service open, so that its deletion waits. */
    public AutoCloseable held(String name) {
        return opened(name);
    }

    @Override
    public void close() {
        try {
            List.copyOf(installed).forEach(this::remove);
        } finally {
            SCM.CloseServiceHandle(manager);
        }
    }

    /** Removes a service and ends its process first: one that hangs would else be marked only, and come back. */
    public void remove(String name) {
        installed.remove(name);
        Pointer handle = open(name);
        if (handle == null) {
            checkCode(DOES_NOT_EXIST, "OpenService " + name);
            return;
        }
        try (Opened service = new Opened(handle)) {
            long process = status(service).dwProcessId;
            if (process != 0) {
                Processes.end(process);
            }
            if (!SCM.DeleteService(service.handle())) {
                checkCode(MARKED_FOR_DELETE, "DeleteService " + name);
            }
        }
    }

    private SERVICE_STATUS_PROCESS status(String name) {
        try (Opened service = opened(name)) {
            return status(service);
        }
    }

    private static SERVICE_STATUS_PROCESS status(Opened service) {
        SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
        check(
                SCM.QueryServiceStatusEx(service.handle(), 0, status, status.size(), new IntByReference()),
                "QueryServiceStatusEx");
        return status;
    }

    private Opened opened(String name) {
        return new Opened(present(open(name), "OpenService " + name));
    }

    private @Nullable Pointer open(String name) {
        return SCM.OpenService(manager, name, SERVICE_ALL_ACCESS);
    }

    private static Memory multiString(List<String> strings) {
        String joined = String.join("\0", strings) + "\0\0";
        Memory memory = new Memory(2L * joined.length());
        memory.write(0, joined.toCharArray(), 0, joined.length());
        return memory;
    }

    private static Pointer present(@Nullable Pointer handle, String what) {
        if (handle == null) {
            throw new IllegalStateException(what + " failed with " + Native.getLastError());
        }
        return handle;
    }

    private static void check(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException(what + " failed with " + Native.getLastError());
        }
    }

    private static void checkCode(int expected, String what) {
        int code = Native.getLastError();
        if (code != expected) {
            throw new IllegalStateException(what + " failed with " + code);
        }
    }

    private record Opened(Pointer handle) implements AutoCloseable {
        @Override
        public void close() {
            SCM.CloseServiceHandle(handle);
        }
    }
}
