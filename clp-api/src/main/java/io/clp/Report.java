package io.clp;

import java.time.Duration;
import java.util.List;

/**
 * What one call on a group did, with times. Immutable; {@code toString()} is a table for people.
 *
 * @param <R> the report's own type
 */
public interface Report<R extends Report<R>> {
    /** {@return the group} */
    GroupId group();

    /** {@return how the call ended} */
    Outcome outcome();

    /** {@return every attempt of every operation, in the order in which they ended} */
    List<Operation> operations();

    /**
     * Returns the operations that determined the duration.
     *
     * @return in order: each waited for the one before it; empty where no operation was run. Shortening any other
     *     operation shortens nothing
     */
    List<Operation> criticalPath();

    /** {@return every failure, not only the first; empty where the outcome is done or nothing to do} */
    List<Failure> failures();

    /** {@return which other groups on the node were without a service meanwhile, and how long; empty where none was} */
    List<ServiceInterrupted> interruptions();

    /** {@return how long the call took, from its beginning to its answer; the wait behind another call excluded} */
    Duration duration();
}
