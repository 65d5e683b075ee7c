package io.clp.config.internal.read;

import io.clp.DefinitionException;
import io.clp.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names of the file as ids. A name that is an id stays; another one, Japanese say, becomes one by leaving out what an id cannot have;
 * where little is left, its type stands before it.
 * Not thread-safe.
 */
final class Ids {
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Makes a name that is an id its own id; before any other is made. */
    void reserve(String name) {
        if (isId(name)) {
            ids.put(name, name);
            taken.add(name);
        }
    }

    /** Returns the id of a name, always the same. */
    String of(String name, String otherwise) {
        return ids.computeIfAbsent(name, it -> free(it, otherwise));
    }

    private String free(String name, String otherwise) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-._]+|[-._]+$", "");
        boolean telling = plain.length() * 2 > name.length(); // of a Japanese name only its number may be left
        String whole = telling ? plain : otherwise + (plain.isEmpty() ? "" : "-" + plain);
        String base = isId(whole) ? whole : otherwise;
        String id = base;
        while (!taken.add(id)) {
            id = base + "-" + numbers.merge(base, 2, (last, first) -> last + 1);
        }
        return id;
    }

    private static boolean isId(String name) {
        try {
            ResourceId.of(name);
            return true;
        } catch (DefinitionException e) {
            return false; // asked, not told
        }
    }
}
