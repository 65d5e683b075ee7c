package io.clp;

/** What a start of a group did: {@link GroupController#start} and {@link GroupController#restart}. */
public interface StartReport extends Report<StartReport> {
    /** Returns the node on which the group started. */
    NodeId node();

    /** Returns why it started. */
    StartCause cause();

    /** Returns the epoch under which it started; 0 where the caller gave none. */
    long epoch();
}
