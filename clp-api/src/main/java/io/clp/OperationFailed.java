package io.clp;

/**
 * An operation failed for good: its attempts are used up, or trying again is of no use. Also tells of a resource that failed while
 * it was online.
 *
 * @param node where
 * @param group whose resource
 * @param epoch the group's epoch
 * @param sequence the event's place
 * @param resource which resource
 * @param outcome {@link Outcome#FAILED}, {@link Outcome#INDETERMINATE} or {@link Outcome#REFUSED}
 * @param error what went wrong
 */
public record OperationFailed(
        NodeId node, GroupId group, long epoch, long sequence, ResourceId resource, Outcome outcome, ClpException error)
        implements GroupEvent {}
