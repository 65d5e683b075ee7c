package io.clp;

import io.clp.resource.ResourceState;

/**
 * A resource's state on a node changed.
 *
 * @param node where
 * @param group whose resource
 * @param epoch the group's epoch
 * @param sequence the event's place
 * @param resource which resource
 * @param from the state before
 * @param to the state now
 */
public record ResourceChanged(
        NodeId node,
        GroupId group,
        long epoch,
        long sequence,
        ResourceId resource,
        ResourceState from,
        ResourceState to)
        implements GroupEvent {}
