package io.clp.internal.decide;

import io.clp.StartCause;
import io.clp.StopCause;
import org.jspecify.annotations.Nullable;

/**
 * One call on a group.
 *
 * @param number tells calls apart
 * @param kind what was asked
 * @param startCause why, for a start
 * @param stopCause why, for a stop
 * @param epoch the epoch of a start, 0 where it has none
 * @param from the resource a restart begins with, -1 otherwise
 * @param overloaded whether the node bears no further hung calls and starts nothing
 */
public record Call(
        long number,
        Kind kind,
        @Nullable StartCause startCause,
        @Nullable StopCause stopCause,
        long epoch,
        int from,
        boolean overloaded) {
    /** What can be asked of a group. */
    public enum Kind {
        /** All resources online. */
        START,
        /** All resources offline. */
        STOP,
        /** One resource and what depends on it offline and online again. */
        RESTART,
        /** All resources told that the node came back. */
        RECOVER
    }

    /** Returns what was asked, in words. */
    public String words() {
        return switch (kind) {
            case START -> "start (" + startCause + ")";
            case STOP -> "stop (" + stopCause + ")";
            case RESTART -> "restart";
            case RECOVER -> "recover";
        };
    }
}
