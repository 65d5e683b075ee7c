package io.clp.windows.internal.win32;

import com.sun.jna.InvocationMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.win32.W32APIOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Loads the libraries of Windows behind our declarations, and knows which of their functions were called. Thread-safe. */
public final class Natives {
    private static final SortedSet<String> CALLED = new ConcurrentSkipListSet<>();

    private Natives() {}

    /**
     * Binds declarations to a library. Strings are wide and names get the suffix W where the library has them so.
     *
     * @param library the name of the library without its extension
     * @param declarations an interface whose methods are the library's functions
     * @param <T> the interface
     * @return calls the library
     * @throws UnsatisfiedLinkError there is no such library: this is not Windows
     */
    public static <T extends Library> T load(String library, Class<T> declarations) {
        Map<String, Object> options = new HashMap<>(W32APIOptions.UNICODE_OPTIONS);
        // JNA asks once for each function, at its first call: recording costs the later ones nothing.
        InvocationMapper recorder = (from, method) -> {
            CALLED.add(library + "!" + method.getDeclaringClass().getSimpleName() + "." + method.getName());
            return null;
        };
        options.put(Library.OPTION_INVOCATION_MAPPER, recorder);
        return Native.load(library, declarations, options);
    }

    /** {@return the functions called so far in this process, as "library!Interface.Function" with the names as declared} */
    public static SortedSet<String> called() {
        return new ConcurrentSkipListSet<>(CALLED);
    }
}
