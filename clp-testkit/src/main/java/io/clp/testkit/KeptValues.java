package io.clp.testkit;

import io.clp.resource.NodeLocal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a resource keeps in the memory of one process. Thread-safe. */
final class KeptValues {
    private final Map<NodeLocal<?>, Object> values = new HashMap<>(); // never iterated

    synchronized <T> Optional<T> get(NodeLocal<T> what) {
        return found(values.get(what));
    }

    synchronized <T> void put(NodeLocal<T> what, T value) {
        values.put(what, value);
    }

    synchronized <T> Optional<T> remove(NodeLocal<T> what) {
        return found(values.remove(what));
    }

    @SuppressWarnings("unchecked") // put let only a T in
    private static <T> Optional<T> found(@Nullable Object value) {
        return Optional.ofNullable((T) value);
    }
}
