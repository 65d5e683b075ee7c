package io.clp.testkit;

import java.util.Optional;

/**
 * What came of a schedule.
 *
 * @param schedule what was run
 * @param trace what happened
 * @param broken which rule was broken, or what else went wrong; empty where nothing did
 * @param moves how many moves ended
 * @param startedByHand how many groups ran again only when they were started by hand after everything was repaired: those that had failed
 *     over too often, or had been stopped
 */
public record FaultOutcome(
        FaultSchedule schedule, String trace, Optional<Throwable> broken, int moves, int startedByHand) {
    /** {@return whether a rule was broken, or something else went wrong} */
    public boolean failed() {
        return broken.isPresent();
    }
}
