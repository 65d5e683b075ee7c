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
    /** {@return the name, unique in the group; always the same} */
    ResourceId id();

    /**
     * Brings the resource online on this node and returns when it certainly is. Called again on what is online already it does
     * nothing.
     *
     * @param context the attempt
     * @throws InterruptedException the attempt is past its deadline; to be let out
     * @throws Exception it did not go online; the attempt failed
     */
    void online(ResourceContext context) throws Exception;

    /**
     * Takes the resource offline on this node and returns when it certainly is. Called on what is offline already, or was never
     * online, it does nothing. A probe follows, and only that makes the resource offline.
     *
     * @param context the attempt
     * @throws InterruptedException the attempt is past its deadline; to be let out
     * @throws Exception it did not go offline, or not everything of it; the probe tells what is left
     */
    void offline(ResourceContext context) throws Exception;

    /**
     * Observes the resource once and changes nothing.
     *
     * @param context the attempt
     * @return what was found; {@link Probe#unknown} where that is not certain
     * @throws InterruptedException the attempt is past its deadline; to be let out
     * @throws Exception the observation could not be made; the resource counts as unknown
     */
    Probe probe(ResourceContext context) throws Exception;

    /**
     * Returns what kind of thing this is, from which the default dependencies follow.
     *
     * @return always the same; {@link ResourceTier#APPLICATION} where this is not overridden
     */
    default ResourceTier tier() {
        return ResourceTier.APPLICATION;
    }

    /**
     * Returns what this resource uses of the node; operations that use the same thing are serialised.
     *
     * @return what it uses on any node, always the same; nothing where this is not overridden
     */
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

    /**
     * {@return the texts of the messages that this resource broadcasts; none, so that keys stand for them, where not
     * overridden}
     */
    default MessageCatalog messages() {
        return MessageCatalog.keysOnly();
    }

    /**
     * Tells the resource that it will not be brought online because something it waits for failed. Touches nothing; the start fails
     * and rolls back whatever this does.
     *
     * @param context as for {@link #online}
     * @param failedDependency what failed; a partition where one did
     * @throws Exception the report of the start tells of it too
     */
    default void onlineBlocked(ResourceContext context, ResourceId failedDependency) throws Exception {}

    /**
     * Called after {@link #offline} once everything this rests on was taken offline too, or failed to be: the time to
     * start again what other groups need of something shared. Two-way standby of IIS loads its services here. Not
     * called in a restart that succeeds, which releases nothing.
     *
     * @param context as for {@link #offline}, with its deadline
     * @throws Exception the stop fails with it; what went offline stays offline
     */
    default void released(ResourceContext context) throws Exception {}

    /**
     * Called on {@link io.clp.GroupController#recover}: the node came back to the cluster. Changes no state.
     *
     * @param context an attempt with the deadline of going online
     * @throws Exception the recovery is reported as failed; the state stays
     */
    default void recovered(ResourceContext context) throws Exception {}
}
