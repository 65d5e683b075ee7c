package io.clp;

import java.util.Optional;

/** Something that went wrong in a call on a group; one for each operation that failed, whatever the number of attempts. */
public interface Failure {
    /** {@return the node on which it went wrong} */
    NodeId node();

    /** {@return the resource; empty where the call as a whole was refused} */
    Optional<ResourceId> resource();

    /** {@return {@link Outcome#FAILED}, {@link Outcome#INDETERMINATE} or {@link Outcome#REFUSED}} */
    Outcome outcome();

    /** {@return the error of the last attempt; those of earlier attempts are its suppressed exceptions} */
    ClpException error();
}
