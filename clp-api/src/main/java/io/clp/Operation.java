package io.clp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One attempt of one operation of one resource, with its times. Immutable. */
public interface Operation {
    /** What was asked of the resource. */
    enum Kind {
        /** {@link io.clp.resource.Resource#probe}. */
        PROBE,
        /** {@link io.clp.resource.Resource#online}. */
        ONLINE,
        /** {@link io.clp.resource.Resource#onlineBlocked}. */
        ONLINE_BLOCKED,
        /** {@link io.clp.resource.Resource#offline}. */
        OFFLINE,
        /** {@link io.clp.resource.Resource#released}. */
        RELEASED,
        /** {@link io.clp.resource.Resource#recovered}. */
        RECOVERED
    }

    /** {@return whose operation it was} */
    ResourceId resource();

    /** {@return what was asked} */
    Kind kind();

    /** {@return which attempt it was, from 1} */
    int attempt();

    /** {@return when it began, from the beginning of the call on the group; the wait for serialised things included} */
    Duration startedAt();

    /** {@return how long it took; for an abandoned one, until it was abandoned} */
    Duration duration();

    /** {@return how it ended} */
    Outcome outcome();

    /** {@return what went wrong; empty where the outcome is {@link Outcome#DONE}} */
    Optional<ClpException> error();

    /**
     * {@return what the resource logged and broadcast, in order: the commands it ran, as the guide's scripts have them}
     */
    List<String> log();
}
