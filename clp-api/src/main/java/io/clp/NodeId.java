package io.clp;

import io.clp.internal.definition.Names;

/**
 * The name of a node: the computer name of a Windows server that can host groups.
 *
 * <p>At most 15 characters, none of them blank or one of {@code \ / : * ? " < > | .}, as Windows allows for a NetBIOS name.
 * Compared without regard to case, as Windows does; the spelling is kept for people.
 *
 * @param value the name as written
 */
public record NodeId(String value) {
    /**
     * Checks the name.
     *
     * @param value the name; kept as written
     * @throws DefinitionException the name is empty, too long, or has a character that Windows does not allow
     */
    public NodeId {
        Names.requireNode("node", value);
    }

    /**
     * Returns the id of a name.
     *
     * @param value the computer name; its spelling is kept
     * @return an id that equals every other one of the same name, in whatever case
     * @throws DefinitionException the name is not one that Windows allows
     */
    public static NodeId of(String value) {
        return new NodeId(value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof NodeId that && Names.sameFolded(value, that.value));
    }

    @Override
    public int hashCode() {
        return Names.foldedHash(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
