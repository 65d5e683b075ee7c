package io.clp.internal.decide;

import io.clp.ClpException;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException;

/** How one attempt of an operation came back. */
public sealed interface Result {
    /** It returned. */
    record Returned() implements Result {
        static final Returned INSTANCE = new Returned();
    }

    /**
     * It was a probe and returned a finding.
     *
     * @param probe the finding
     */
    record Probed(Probe probe) implements Result {}

    /**
     * It threw.
     *
     * @param error what, as one of ours
     */
    record Threw(ClpException error) implements Result {
        boolean permanent() {
            return error instanceof ResourceException resource && resource.retry() == ResourceException.Retry.USELESS;
        }

        boolean indeterminate() {
            return error instanceof ResourceException resource && resource.indeterminate();
        }
    }

    /**
     * It never began: what it had to wait for was not free in time, or there was no thread for it.
     *
     * @param error why
     */
    record NotBegun(ClpException error) implements Result {}

    /** Returns the result of an operation that returned. */
    static Result returned() {
        return Returned.INSTANCE;
    }
}
