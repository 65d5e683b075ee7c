package io.clp.windows.machine;

import static io.clp.windows.machine.ProcessApi.KERNEL;
import static io.clp.windows.machine.SystemApi.SYSTEM;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.platform.win32.WinBase.STARTUPINFO;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/** Processes of the machine, seen and ended without the library. */
public final class Processes {
    private static final int TERMINATE = 0x0001;
    private static final int SYNCHRONIZE = 0x0010_0000;
    private static final int QUERY_LIMITED = 0x1000;
    private static final int WAIT_MILLIS = 10_000;
    private static final int WAIT_TIMEOUT = 258;
    private static final int CRASHED = 0xDEAD;
    /** SystemExtendedHandleInformation: a count, and from 16 on a SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX for each handle. */
    private static final int ALL_HANDLES = 64;

    private static final int ALL_HANDLES_SIZE = 32 << 20;
    private static final long FIRST_HANDLE = 16;
    private static final long HANDLE_SIZE = 40;
    private static final long OWNER_OFFSET = 8;

    private Processes() {}

    /** Ends a process without a word and waits until it is gone; one that is not there is gone. */
    public static void end(long processId) {
        Pointer process = KERNEL.OpenProcess(TERMINATE | SYNCHRONIZE, false, (int) processId);
        if (process == null) {
            return;
        }
        try {
            KERNEL.TerminateProcess(process, CRASHED); // fails where it ends by itself just now: the wait decides
            if (KERNEL.WaitForSingleObject(process, WAIT_MILLIS) != 0) {
                throw new IllegalStateException("process " + processId + " did not end");
            }
        } finally {
            KERNEL.CloseHandle(process);
        }
    }

    /**
     * Starts a program of Linux from Wine, and does not wait for it. Wine gives no handle of it and leaves the structure as it is: Java's
     * own {@link ProcessBuilder}, which does not clear it, later closes whatever handle stood there.
     */
    static void startOnLinux(String commandLine) {
        PROCESS_INFORMATION process = new PROCESS_INFORMATION();
        check(
                KERNEL.CreateProcess(
                        null,
                        (commandLine + "\0").toCharArray(),
                        null,
                        null,
                        false,
                        0,
                        null,
                        null,
                        new STARTUPINFO(),
                        process),
                "CreateProcess " + commandLine);
        close(process.hThread);
        close(process.hProcess);
    }

    private static void close(@Nullable HANDLE handle) {
        if (handle != null) {
            KERNEL.CloseHandle(handle.getPointer());
        }
    }

    /** Returns whether a process runs. */
    public static boolean runs(long processId) {
        Pointer process = KERNEL.OpenProcess(SYNCHRONIZE | QUERY_LIMITED, false, (int) processId);
        if (process == null) {
            return false;
        }
        try {
            return KERNEL.WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
        } finally {
            KERNEL.CloseHandle(process);
        }
    }

    /** Returns how many handles this process holds. GetProcessHandleCount would do, but is always 0 on Wine. */
    public static int handlesHeld() {
        try (Memory handles = new Memory(ALL_HANDLES_SIZE)) {
            int status = SYSTEM.NtQuerySystemInformation(ALL_HANDLES, handles, ALL_HANDLES_SIZE, new IntByReference());
            if (status != 0) {
                throw new IllegalStateException("NtQuerySystemInformation failed with " + Integer.toHexString(status));
            }
            long own = ProcessHandle.current().pid();
            int held = 0;
            for (int i = 0; i < handles.getInt(0); i++) {
                held += handles.getLong(FIRST_HANDLE + i * HANDLE_SIZE + OWNER_OFFSET) == own ? 1 : 0;
            }
            return held;
        }
    }

    private static void check(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException(what + " failed with " + Native.getLastError());
        }
    }
}
