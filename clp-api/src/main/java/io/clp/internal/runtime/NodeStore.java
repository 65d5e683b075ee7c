package io.clp.internal.runtime;

import io.clp.resource.NodeLocal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one resource keeps on one node. Thread-safe. */
final class NodeStore {
    private final Map<NodeLocal<?>, Object> values = new ConcurrentHashMap<>(2);

    <T> Optional<T> get(NodeLocal<T> what) {
        return cast(values.get(what));
    }

    <T> void put(NodeLocal<T> what, T value) {
        values.put(what, value);
    }

    <T> Optional<T> remove(NodeLocal<T> what) {
        return cast(values.remove(what));
    }

    @SuppressWarnings("unchecked") // put keeps key and value of one type
    private static <T> Optional<T> cast(@Nullable Object value) {
        return Optional.ofNullable((T) value);
    }
}
