package io.clp;

/**
 * A group's state on a node changed. A new listener is told the present state by one of these in which both states are equal.
 *
 * @param node where
 * @param group which group
 * @param epoch its epoch
 * @param sequence the event's place
 * @param from the state before
 * @param to the state now
 * @param cause why, in words for people
 */
public record GroupChanged(
        NodeId node, GroupId group, long epoch, long sequence, GroupState from, GroupState to, String cause)
        implements GroupEvent {}
