package io.clp.testkit.internal.schedule;

import io.clp.testkit.FaultOutcome;
import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultSchedule.Step;
import java.time.Duration;
import java.util.function.Function;

/** Looks for a smaller schedule that fails too: fewer steps, shorter pauses. */
public final class Shrinking {
    private static final int RUNS_MAX = 300;

    private final Function<FaultSchedule, FaultOutcome> runner;
    private FaultOutcome smallest;
    private int runs;

    private Shrinking(FaultOutcome failed, Function<FaultSchedule, FaultOutcome> runner) {
        smallest = failed;
        this.runner = runner;
    }

    /** Returns the smallest failing run that was found; the given one where there is none. */
    public static FaultOutcome of(FaultOutcome failed, Function<FaultSchedule, FaultOutcome> runner) {
        Shrinking shrinking = new Shrinking(failed, runner);
        boolean smaller = true;
        while (smaller) {
            smaller = shrinking.fewerSteps();
        }
        shrinking.shorterPauses();
        return shrinking.smallest;
    }

    private boolean fewerSteps() {
        boolean any = false;
        for (int i = smallest.schedule().steps().size() - 1; i >= 0; i--) {
            any |= fails(smallest.schedule().without(i));
        }
        return any;
    }

    private void shorterPauses() {
        for (int i = 0; i < smallest.schedule().steps().size(); i++) {
            Step step = smallest.schedule().steps().get(i);
            if (!step.pause().isZero()) {
                fails(smallest.schedule().with(i, step.pausing(Duration.ZERO)));
            }
        }
    }

    private boolean fails(FaultSchedule schedule) {
        if (runs++ >= RUNS_MAX) {
            return false;
        }
        FaultOutcome outcome = runner.apply(schedule);
        if (outcome.failed()) {
            smallest = outcome;
        }
        return outcome.failed();
    }
}
