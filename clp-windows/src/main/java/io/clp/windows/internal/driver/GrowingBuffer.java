package io.clp.windows.internal.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;

/** Memory for an answer whose length only the function itself knows: it is asked again where it needed more. */
final class GrowingBuffer {
    /** More than either function ever gives; a length that still grows then is none. */
    private static final int TRIES_MAX = 4;

    private static final int SIZE_MAX = 1 << 20;

    private final int tooSmall;
    private int size;

    /** Makes a buffer for a function that says with this code that it needs more. */
    GrowingBuffer(int firstSize, int tooSmall) {
        this.size = firstSize;
        this.tooSmall = tooSmall;
    }

    /** A function that fills memory. */
    @FunctionalInterface
    interface Call {
        /** Calls it; false is a failure. */
        boolean fill(Memory buffer, IntByReference needed);
    }

    /** What came of it: the memory, or the code. */
    record Filled(Memory memory, int code) {}

    /** Calls the function until the memory suffices or it fails otherwise. */
    Filled fill(Call call) {
        for (int tries = 1; ; tries++) {
            Memory memory = new Memory(size);
            IntByReference needed = new IntByReference();
            if (call.fill(memory, needed)) {
                return new Filled(memory, 0);
            }
            int code = Native.getLastError();
            int more = needed.getValue();
            if (code != tooSmall || tries == TRIES_MAX || more <= 0 || more > SIZE_MAX) {
                return new Filled(memory, code);
            }
            memory.close();
            // What is needed after the memory that was given, or in all: functions differ in that.
            size = Math.min(SIZE_MAX, size + more);
        }
    }
}
