package io.clp;

import java.time.Duration;
import java.util.List;

/**
 * What one call on a group did, with times. Immutable; {@code toString()} is a table for people.
 *
 * @param <R> the report's own type
 */
public interface Report<R extends Report<R>> {
    /** Returns the group. */
    GroupId group();

    /** Returns how the call ended. */
    Outcome outcome();

    /** Returns every attempt of every operation, in the order in which they ended. */
    List<Operation> operations();

    /**
     * Returns the operations that determined the duration, in order: each began when the one before it ended. Shortening any other
     * operation shortens nothing.
     */
    List<Operation> criticalPath();

    /** Returns every failure, not only the first; empty where the outcome is done or nothing to do. */
    List<Failure> failures();

    /** Returns which other groups were without a service meanwhile, and how long. */
    List<ServiceInterrupted> interruptions();

    /** Returns how long the call took, from its beginning to its answer; the wait behind another call excluded. */
    Duration duration();
}
