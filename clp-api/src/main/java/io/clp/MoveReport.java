package io.clp;

import java.time.Duration;
import java.util.Optional;

/**
 * What one move of a group did, as far as the node knows that made the report: the old owner its stop, the new one its start. Operations,
 * failures and interruptions are those of both parts.
 */
public interface MoveReport extends Report<MoveReport> {
    /** {@return why the group changed its node} */
    MoveKind kind();

    /** {@return the node that had the group} */
    NodeId from();

    /** {@return the node that was to have it} */
    NodeId to();

    /** {@return the node that has the right to the group now; where that is not known, the last one known} */
    NodeId owner();

    /** {@return the stop on the old node; empty where there was none (the node was lost), or another node reports it} */
    Optional<StopReport> stop();

    /** {@return the start on the new node; empty where it never came to it, or another node reports it} */
    Optional<StartReport> start();

    /**
     * {@return how long the group was not in service: from the last moment at which it is known to have been, detection included, to
     * online on the new node; to the end of the move where it did not come online}
     */
    Duration downtime();
}
