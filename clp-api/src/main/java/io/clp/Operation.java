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

    /** Returns whose operation it was. */
    ResourceId resource();

    /** Returns what was asked. */
    Kind kind();

    /** Returns which attempt it was, from 1. */
    int attempt();

    /** Returns when it began, from the beginning of the call on the group; the wait for serialised things included. */
    Duration startedAt();

    /** Returns how long it took; for an abandoned one, until it was abandoned. */
    Duration duration();

    /** Returns how it ended. */
    Outcome outcome();

    /** Returns what went wrong; empty where the outcome is {@link Outcome#DONE}. */
    Optional<ClpException> error();

    /** Returns what the resource logged and broadcast, in order: the commands it ran, as the guide's scripts have them. */
    List<String> log();
}
