package io.clp;

import java.util.Optional;

/** Something that went wrong in a call on a group; one for each operation that failed, whatever the number of attempts. */
public interface Failure {
    /** Returns where. */
    NodeId node();

    /** Returns the resource, empty where the call as a whole failed. */
    Optional<ResourceId> resource();

    /** Returns {@link Outcome#FAILED}, {@link Outcome#INDETERMINATE} or {@link Outcome#REFUSED}. */
    Outcome outcome();

    /** Returns the error of the last attempt; those of earlier attempts are its suppressed exceptions. */
    ClpException error();
}
