package io.clp;

/** What a stop of a group did: {@link GroupController#stop}. */
public interface StopReport extends Report<StopReport> {
    /** {@return the node on which the group stopped} */
    NodeId node();

    /** {@return why it stopped} */
    StopCause cause();
}
