package io.clp;

/**
 * A move of a group has ended, well or badly, as far as this node took part in it.
 *
 * @param node who tells it: the old owner of a move that stopped there, the new one of a move that started there
 * @param group which group
 * @param epoch the epoch under which the part of this node ran
 * @param sequence the event's place
 * @param report what was done
 */
public record MoveEnded(NodeId node, GroupId group, long epoch, long sequence, MoveReport report)
        implements GroupEvent {}
