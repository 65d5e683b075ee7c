package io.clp.windows.machine;

import static io.clp.windows.machine.ProcessApi.KERNEL;

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

    /** Returns how many handles this process holds. */
    public static int handlesHeld() {
        IntByReference count = new IntByReference();
        check(KERNEL.GetProcessHandleCount(KERNEL.GetCurrentProcess(), count), "GetProcessHandleCount");
        return count.getValue();
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
