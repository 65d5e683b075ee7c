package io.clp;

import io.clp.internal.definition.Names;

/**
 * The name of a failover group, unique in its cluster.
 *
 * <p>1 to 64 characters: letters, digits, {@code - _ .}, the first one a letter or digit. Compared exactly.
 *
 * @param value the name as written
 */
public record GroupId(String value) implements Comparable<GroupId> {
    /**
     * Checks the name.
     *
     * @param value the name; kept as written
     * @throws DefinitionException the name is empty, too long, or has another character
     */
    public GroupId {
        Names.requireId("group", value);
    }

    /**
     * Returns the id of a name.
     *
     * @param value the name; kept as written
     * @return an id that equals every other one of the same name
     * @throws DefinitionException the name is not of the form above
     */
    public static GroupId of(String value) {
        return new GroupId(value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
