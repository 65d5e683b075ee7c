package io.clp.internal.decide;

import io.clp.ClpException;

/** Something that happened to a group. */
public sealed interface Input {
    /**
     * Somebody asks something of the group.
     *
     * @param call what
     */
    record Asked(Call call) implements Input {}

    /**
     * An attempt came back, in time or late.
     *
     * @param resource whose
     * @param token which attempt
     * @param result how
     */
    record CameBack(int resource, int token, Result result) implements Input {}

    /** A moment came that was asked for. */
    record Tick() implements Input {}

    /** It is time to look again at what is left. */
    record LookAgain() implements Input {}

    /**
     * A resource that is online was reported failed.
     *
     * @param resource which
     * @param error what was reported
     */
    record Reported(int resource, ClpException error) implements Input {}

    /**
     * Somebody asks for one probe of a resource, outside any call.
     *
     * @param resource of which
     * @param number tells what was asked apart
     */
    record ProbeAsked(int resource, long number) implements Input {}

    /** The controller closes. */
    record Closing() implements Input {}
}
