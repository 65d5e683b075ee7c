package io.clp.time;

/**
 * A callback that a {@link Timeline} will run at a later moment.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Timer {
    /**
     * Takes the callback back. A callback that has begun goes on to its end; cancelling twice does nothing.
     *
     * @return true where the callback will not begin any more because of this call; false where it has run, has begun, or
     *     was cancelled before
     */
    boolean cancel();
}
