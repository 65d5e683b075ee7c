package io.clp;

/** Something that happened to a group on a node. Immutable. */
public sealed interface GroupEvent
        permits GroupChanged, ResourceChanged, OperationEnded, OperationFailed, MessageBroadcast, MoveEnded {
    /** {@return the node on which it happened} */
    NodeId node();

    /** {@return the group it happened to} */
    GroupId group();

    /** {@return the highest epoch of the group's starts until then; 0 where none had one} */
    long epoch();

    /**
     * Returns the event's place among all events of its controller.
     *
     * @return grows by one with every event; the events that tell a new listener the present state all have the number
     *     of the event before them
     */
    long sequence();
}
