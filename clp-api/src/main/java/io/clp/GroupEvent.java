package io.clp;

/** Something that happened to a group on a node. Immutable. */
public sealed interface GroupEvent
        permits GroupChanged, ResourceChanged, OperationEnded, OperationFailed, MessageBroadcast {
    /** Returns where. */
    NodeId node();

    /** Returns to which group. */
    GroupId group();

    /** Returns the group's epoch at that moment; 0 where it has none. */
    long epoch();

    /** Returns the event's place among all events of its controller; grows, and several events of one group have different ones. */
    long sequence();
}
