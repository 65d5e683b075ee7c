package io.clp;

import io.clp.resource.ResourceState;
import java.util.Map;
import java.util.Optional;

/** What a node knows of a group at one moment. Immutable. */
public interface GroupView {
    /** Returns the group's state. */
    GroupState state();

    /** Returns the epoch of the last start; 0 where there was none or it had none. */
    long epoch();

    /** Returns why the group was started; empty while it is offline, or where it was found running after a restart of the process. */
    Optional<StartCause> startCause();

    /**
     * Returns a resource's state.
     *
     * @throws IllegalArgumentException the group has no such resource
     */
    ResourceState resource(String id);

    /** Returns all resources' states, in the order of the definition. */
    Map<ResourceId, ResourceState> resources();
}
