package io.clp;

/**
 * An attempt of an operation ended, in whatever way.
 *
 * @param node where
 * @param group whose resource
 * @param epoch the group's epoch
 * @param sequence the event's place
 * @param resource which resource
 * @param operation what was done, with times and outcome
 */
public record OperationEnded(
        NodeId node, GroupId group, long epoch, long sequence, ResourceId resource, Operation operation)
        implements GroupEvent {}
