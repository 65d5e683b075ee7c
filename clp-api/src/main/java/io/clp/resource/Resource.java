package io.clp.resource;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import java.util.List;
import java.util.Set;

/**
 * The smallest thing that goes online and offline. Users implement this for what the library does not know.
 *
 * <p>A resource is an immutable definition, shared by all nodes and called from any thread; what belongs to one node is kept in the
 * {@linkplain ResourceContext#put context}. The operations are plain blocking code. On one node the engine never runs two of them at
 * once for the same resource of the same group.
 *
 * <p>Each call of an operation is one attempt and has a deadline ({@link ResourcePolicy}). Past it the call is interrupted and its
 * context refuses every further act; the outcome is then unknown, whatever the call does later. So wait through the context
 * only, and let {@link InterruptedException} out.
 *
 * <p>What an operation throws fails the attempt. {@link ResourceException#permanent(String)} says that trying again is of no use.
 */
public interface Resource {
    /** Returns the name, unique in the group. Always the same. */
    ResourceId id();

    /**
     * Brings the resource online on this node and returns when it certainly is. Called again on what is online already it does
     * nothing.
     */
    void online(ResourceContext context) throws Exception;

    /**
     * Takes the resource offline on this node and returns when it certainly is. Called on what is offline already, or was never
     * online, it does nothing.
     */
    void offline(ResourceContext context) throws Exception;

    /** Observes the resource once and changes nothing. */
    Probe probe(ResourceContext context) throws Exception;

    /** Returns what kind of thing this is, from which the default dependencies follow. Always the same. */
    default ResourceTier tier() {
        return ResourceTier.APPLICATION;
    }

    /** Returns what this resource uses of the node, on any node; operations on the same thing are serialised. Always the same. */
    default Set<NodeThing> uses() {
        return Set.of();
    }

    /**
     * Returns what is wrong with this resource in a group; called when the group is built.
     *
     * @param group the group as far as it could be built
     * @return problems in words, each naming the field and the value; empty where there are none
     */
    default List<String> validate(FailoverGroup group) {
        return List.of();
    }

    /** Returns the texts of the messages that this resource broadcasts. */
    default MessageCatalog messages() {
        return MessageCatalog.keysOnly();
    }

    /**
     * Tells the resource that it will not be brought online because something it waits for failed. Touches nothing; the start fails
     * and rolls back whatever this does.
     *
     * @param context as for {@link #online}
     * @param failedDependency what failed
     */
    default void onlineBlocked(ResourceContext context, ResourceId failedDependency) throws Exception {}

    /**
     * Called after {@link #offline} once everything this rests on was taken offline too, or failed to be: the time to start again what
     * other groups need of something shared. Two-way standby of IIS loads its services here.
     */
    default void released(ResourceContext context) throws Exception {}

    /** Called on {@link io.clp.GroupController#recover}: the node came back to the cluster. Changes no state. */
    default void recovered(ResourceContext context) throws Exception {}
}
