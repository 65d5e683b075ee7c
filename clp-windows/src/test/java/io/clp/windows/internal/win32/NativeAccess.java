package io.clp.windows.internal.win32;

import com.sun.jna.win32.StdCallLibrary;

/** Calls Windows once, so that a JDK that warns of native access has its occasion. */
public final class NativeAccess {
    private NativeAccess() {}

    /** The one call. */
    public interface TickApi extends StdCallLibrary {
        /** {@return milliseconds since the machine started} */
        long GetTickCount64();
    }

    /**
     * Calls.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("up for " + Natives.load("kernel32", TickApi.class).GetTickCount64() + " ms");
    }
}
