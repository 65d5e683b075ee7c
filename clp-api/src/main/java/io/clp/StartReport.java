package io.clp;

/** What a start of a group did: {@link GroupController#start} and {@link GroupController#restart}. */
public interface StartReport extends Report<StartReport> {
    /** {@return the node on which the group started} */
    NodeId node();

    /** {@return why the group was started; for a restart, why it had been} */
    StartCause cause();

    /** {@return the highest epoch of the group's starts until then, that of this one included; 0 where none had one} */
    long epoch();
}
