package io.clp.platform;

import io.clp.internal.definition.Names;
import io.clp.internal.definition.Things;

/**
 * A thing of a node that a resource uses: operations of different resources on the same thing are serialised, and groups are checked
 * against each other by it.
 *
 * @param kind what it is
 * @param name which one; compared without regard to case
 * @param exclusive whether it is of no use to two groups on one node: a group that uses it so never meets another one that uses it
 */
public record NodeThing(Kind kind, String name, boolean exclusive) {
    /** The kinds of things. */
    public enum Kind {
        /** A Windows service. */
        SERVICE,
        /** A volume, by its GUID path. */
        VOLUME,
        /** A drive or folder where a volume is mounted. */
        MOUNT_POINT,
        /** An IP address. */
        ADDRESS,
        /** Anything else: a port, a licence. */
        NAMED
    }

    /**
     * Returns a service that several groups may use, in turn.
     *
     * @param name the short name
     * @return a thing that is not exclusive
     */
    public static NodeThing service(String name) {
        return new NodeThing(Kind.SERVICE, name, false);
    }

    /**
     * Returns a volume, which one group uses.
     *
     * @param name the GUID path
     * @return an exclusive thing
     */
    public static NodeThing volume(String name) {
        return new NodeThing(Kind.VOLUME, name, true);
    }

    /**
     * Returns a mount point, which one group uses.
     *
     * @param name the drive or folder, with its trailing backslash
     * @return an exclusive thing
     */
    public static NodeThing mountPoint(String name) {
        return new NodeThing(Kind.MOUNT_POINT, name, true);
    }

    /**
     * Returns an address, which one group uses.
     *
     * @param name the literal without a prefix length
     * @return an exclusive thing
     */
    public static NodeThing address(String name) {
        return new NodeThing(Kind.ADDRESS, name, true);
    }

    /**
     * Returns anything else that several groups may use, in turn.
     *
     * @param name what users of the same thing agree on, "port 8080"
     * @return a thing that is not exclusive
     */
    public static NodeThing named(String name) {
        return new NodeThing(Kind.NAMED, name, false);
    }

    /** {@return the same thing, of no use to two groups on one node} */
    public NodeThing exclusively() {
        return new NodeThing(kind, name, true);
    }

    /**
     * Returns what two uses of one thing have in common.
     *
     * @return the kind, and the name in lower case; equal for the same thing, and sorted as text where several are
     *     taken
     */
    public String key() {
        return kind + " " + Names.fold(name);
    }

    @Override
    public String toString() {
        return Things.kindOf(this) + " " + name;
    }
}
