package io.clp.internal.decide;

import io.clp.Outcome;
import io.clp.resource.Probe;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, as the stage sees it.
 *
 * @param outcome done, failed or indeterminate
 * @param probe what a probe found; null for other operations and where it found nothing
 * @param permanent whether trying again is of no use
 * @param late whether it was interrupted at its deadline
 * @param hangs whether it has not come back even then
 */
record Ending(Outcome outcome, @Nullable Probe probe, boolean permanent, boolean late, boolean hangs) {
    private static final Ending DONE = new Ending(Outcome.DONE, null, false, false, false);
    static final Ending HANGS = new Ending(Outcome.INDETERMINATE, null, false, true, true);
    private static final Ending FOUND_OFFLINE = found(Probe.offline()); // what nearly every probe finds
    private static final Ending LATE = new Ending(Outcome.INDETERMINATE, null, false, true, false);

    static Ending of(Result result, boolean late) {
        if (result instanceof Result.NotBegun) {
            return new Ending(Outcome.FAILED, null, false, false, false);
        }
        if (late) {
            return LATE;
        }
        if (result instanceof Result.Threw threw) {
            return new Ending(
                    threw.indeterminate() ? Outcome.INDETERMINATE : Outcome.FAILED,
                    null,
                    threw.permanent(),
                    false,
                    false);
        }
        if (result instanceof Result.Probed probed) {
            return probed.probe().equals(Probe.offline()) ? FOUND_OFFLINE : found(probed.probe());
        }
        return DONE;
    }

    private static Ending found(Probe probe) {
        return new Ending(Outcome.DONE, probe, false, false, false);
    }

    boolean done() {
        return outcome == Outcome.DONE;
    }

    boolean found(Probe.State state) {
        return probe != null && probe.state() == state;
    }
}
