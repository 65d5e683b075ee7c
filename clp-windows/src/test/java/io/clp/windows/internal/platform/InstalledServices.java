package io.clp.windows.internal.platform;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Services of the program clpsvc.exe, installed for a test and deleted with it. Nothing of the library is asked. */
final class InstalledServices implements AutoCloseable {
    private static final int ALL = 0xF_003F;
    private static final int ALL_OF_SERVICE = 0xF_01FF;
    private static final int OWN_PROCESS = 0x10;
    private static final int MANUAL = 3;
    private static final int ERROR_NORMAL = 1;
    private static final int DOES_NOT_EXIST = 1060;

    private static final Duration GONE_WITHIN = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Setup setup = Native.load("advapi32", Setup.class, W32APIOptions.UNICODE_OPTIONS);
    private final Pointer manager = present(setup.OpenSCManager(null, null, ALL));
    private final List<String> names = new ArrayList<>();

    /** What makes and removes services (winsvc.h). */
    interface Setup extends StdCallLibrary {
        @Nullable
        Pointer OpenSCManager(@Nullable String machine, @Nullable String database, int access);

        @Nullable
        Pointer OpenService(Pointer manager, String name, int access);

        @Nullable
        Pointer CreateService(
                Pointer manager,
                String name,
                String displayName,
                int access,
                int type,
                int startType,
                int errorControl,
                String command,
                @Nullable String group,
                @Nullable Pointer tag,
                @Nullable Pointer dependencies,
                @Nullable String account,
                @Nullable String password);

        boolean DeleteService(Pointer service);

        boolean CloseServiceHandle(Pointer handle);
    }

    /** Installs a service that behaves as arguments of clpsvc say. */
    String install(String behaviour) {
        String name = "ClpWatch" + ProcessHandle.current().pid() + "n" + NUMBER.incrementAndGet();
        String program = System.getProperty("clp.windows.tools").replace('/', '\\') + "\\clpsvc.exe";
        String command = "\"" + program + "\" -name " + name + " " + behaviour;
        setup.CloseServiceHandle(present(setup.CreateService(
                manager,
                name,
                name,
                ALL_OF_SERVICE,
                OWN_PROCESS,
                MANUAL,
                ERROR_NORMAL,
                command,
                null,
                null,
                null,
                null,
                null)));
        names.add(name);
        return name;
    }

    /** Deletes a stopped service; returns whether it is gone within a second: it stays while anybody has it open. */
    boolean delete(String name) throws InterruptedException {
        Pointer service = present(setup.OpenService(manager, name, ALL_OF_SERVICE));
        boolean deleted = setup.DeleteService(service);
        setup.CloseServiceHandle(service);
        if (!deleted) {
            throw new IllegalStateException("not deleted: " + name);
        }
        Timeline time = Timeline.system();
        for (long begun = time.nanos(); time.nanos() - begun < GONE_WITHIN.toNanos(); time.sleep(LOOK_EVERY)) {
            Pointer left = setup.OpenService(manager, name, ALL_OF_SERVICE);
            if (left == null && Native.getLastError() == DOES_NOT_EXIST) {
                names.remove(name);
                return true;
            } else if (left != null) {
                setup.CloseServiceHandle(left);
            }
        }
        return false;
    }

    @Override
    public void close() {
        for (String name : names) {
            Pointer service = setup.OpenService(manager, name, ALL_OF_SERVICE);
            if (service != null) {
                setup.DeleteService(service);
                setup.CloseServiceHandle(service);
            }
        }
        setup.CloseServiceHandle(manager);
    }

    private static Pointer present(@Nullable Pointer handle) {
        if (handle == null) {
            throw new IllegalStateException("refused with " + Native.getLastError());
        }
        return handle;
    }
}
