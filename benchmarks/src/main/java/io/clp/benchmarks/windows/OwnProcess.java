package io.clp.benchmarks.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** What this process holds, by the word of Windows. */
final class OwnProcess {
    private static final Handles NTDLL = Native.load("ntdll", Handles.class);
    private static final Counters KERNEL = Native.load("kernel32", Counters.class);
    /** SystemExtendedHandleInformation: a count, and from 16 on a SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX for each handle of the machine. */
    private static final int ALL_HANDLES = 64;

    private static final int ALL_HANDLES_SIZE = 32 << 20;
    private static final long FIRST_HANDLE = 16;
    private static final long HANDLE_SIZE = 40;
    private static final long OWNER_OFFSET = 8;
    /** Of PROCESS_MEMORY_COUNTERS on a 64-bit Windows. */
    private static final int COUNTERS_SIZE = 72;

    private static final int WORKING_SET_OFFSET = 16;

    private OwnProcess() {}

    /** winternl.h. */
    private interface Handles extends StdCallLibrary {
        int NtQuerySystemInformation(int what, Pointer buffer, int size, IntByReference needed);
    }

    /** psapi.h. */
    private interface Counters extends StdCallLibrary {
        Pointer GetCurrentProcess();

        boolean K32GetProcessMemoryInfo(Pointer process, Pointer counters, int size);
    }

    /** {@return how many handles it has open; GetProcessHandleCount would do, but is always 0 on Wine} */
    static int handles() {
        try (Memory all = new Memory(ALL_HANDLES_SIZE)) {
            int status = NTDLL.NtQuerySystemInformation(ALL_HANDLES, all, ALL_HANDLES_SIZE, new IntByReference());
            if (status != 0) {
                throw new IllegalStateException("NtQuerySystemInformation failed with " + Integer.toHexString(status));
            }
            long own = ProcessHandle.current().pid();
            int held = 0;
            for (int i = 0; i < all.getInt(0); i++) {
                held += all.getLong(FIRST_HANDLE + i * HANDLE_SIZE + OWNER_OFFSET) == own ? 1 : 0;
            }
            return held;
        }
    }

    /** {@return how many bytes of it are resident} */
    static long residentBytes() {
        try (Memory counters = new Memory(COUNTERS_SIZE)) {
            counters.clear();
            counters.setInt(0, COUNTERS_SIZE);
            if (!KERNEL.K32GetProcessMemoryInfo(KERNEL.GetCurrentProcess(), counters, COUNTERS_SIZE)) {
                throw new IllegalStateException("GetProcessMemoryInfo failed with " + Native.getLastError());
            }
            return counters.getLong(WORKING_SET_OFFSET);
        }
    }
}
