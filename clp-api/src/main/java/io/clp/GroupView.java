package io.clp;

import io.clp.resource.ResourceState;
import java.util.Map;
import java.util.Optional;

/** What a node knows of a group at one moment. Immutable. */
public interface GroupView {
    /** {@return the group's state} */
    GroupState state();

    /** {@return the highest epoch under which a start of the group was asked for here; 0 where no start had one} */
    long epoch();

    /**
     * {@return why the group was started; empty while it is offline, or where it was found running after a restart of
     * the process}
     */
    Optional<StartCause> startCause();

    /**
     * Returns a resource's state.
     *
     * @param id its name, compared exactly
     * @return its state at the moment of this view
     * @throws IllegalArgumentException the group has no such resource
     */
    ResourceState resource(String id);

    /** {@return all resources' states, in the order of the definition} */
    Map<ResourceId, ResourceState> resources();
}
