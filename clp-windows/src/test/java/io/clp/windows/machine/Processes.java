package io.clp.windows.machine;

import static io.clp.windows.machine.ProcessApi.KERNEL;
import static io.clp.windows.machine.SystemApi.SYSTEM;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/** Processes of the machine, seen and ended without the library. */
public final class Processes {
    private static final int TERMINATE = 0x0001;
    private static final int SYNCHRONIZE = 0x0010_0000;
    private static final int QUERY_LIMITED = 0x1000;
    private static final int WAIT_MILLIS = 10_000;
    private static final int WAIT_TIMEOUT = 258;
    private static final int CRASHED = 0xDEAD;
    /** Of PROCESS_MEMORY_COUNTERS on a 64-bit Windows. */
    private static final int COUNTERS_SIZE = 72;

    private static final int WORKING_SET_OFFSET = 16;
    /** SystemProcessInformation: a list of SYSTEM_PROCESS_INFORMATION, each of which begins with the offset of the next. */
    private static final int ALL_PROCESSES = 5;

    private static final int ALL_PROCESSES_SIZE = 4 << 20;
    private static final int PROCESS_ID_OFFSET = 80;
    private static final int HANDLE_COUNT_OFFSET = 96;

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
        try (Memory processes = new Memory(ALL_PROCESSES_SIZE)) {
            int status = SYSTEM.NtQuerySystemInformation(
                    ALL_PROCESSES, processes, ALL_PROCESSES_SIZE, new IntByReference());
            if (status != 0) {
                throw new IllegalStateException("NtQuerySystemInformation failed with " + Integer.toHexString(status));
            }
            long own = ProcessHandle.current().pid();
            long entry = 0;
            while (processes.getLong(entry + PROCESS_ID_OFFSET) != own) {
                int next = processes.getInt(entry);
                if (next == 0) {
                    throw new IllegalStateException("this process is not in the list of all");
                }
                entry += next;
            }
            return processes.getInt(entry + HANDLE_COUNT_OFFSET);
        }
    }

    /** Returns how much memory of this process is resident, in bytes. */
    public static long residentBytes() {
        try (Memory counters = new Memory(COUNTERS_SIZE)) {
            counters.clear();
            counters.setInt(0, COUNTERS_SIZE);
            check(
                    KERNEL.K32GetProcessMemoryInfo(KERNEL.GetCurrentProcess(), counters, COUNTERS_SIZE),
                    "GetProcessMemoryInfo");
            return counters.getLong(WORKING_SET_OFFSET);
        }
    }

    private static void check(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException(what + " failed with " + Native.getLastError());
        }
    }
}
