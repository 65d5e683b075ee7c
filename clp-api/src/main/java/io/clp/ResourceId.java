package io.clp;

import io.clp.internal.definition.Names;

/**
 * The name of a resource, unique in its group.
 *
 * <p>1 to 64 characters: letters, digits, {@code - _ .}, the first one a letter or digit. Compared exactly.
 *
 * @param value the name as written
 */
public record ResourceId(String value) implements Comparable<ResourceId> {
    /**
     * Checks the name.
     *
     * @param value the name; kept as written
     * @throws DefinitionException the name is empty, too long, or has another character
     */
    public ResourceId {
        Names.requireId("resource", value);
    }

    /**
     * Returns the id of a name.
     *
     * @param value the name; kept as written
     * @return an id that equals every other one of the same name
     * @throws DefinitionException the name is not of the form above
     */
    public static ResourceId of(String value) {
        return new ResourceId(value);
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
