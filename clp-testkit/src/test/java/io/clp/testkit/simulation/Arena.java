package io.clp.testkit.simulation;

import io.clp.testkit.FaultOutcome;
import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultTrial;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Groups under a kind of disturbance, and the rules that every run there keeps beside those that the fake cluster checks by itself.
 *
 * @param name for people
 * @param trial the groups
 * @param schedules what happens for a seed
 * @param rules what must be true of the run
 */
record Arena(String name, FaultTrial trial, LongFunction<FaultSchedule> schedules, Rules rules) {
    /** Looks at what happened in a run. */
    @FunctionalInterface
    interface Rules {
        /** Returns which rule was broken, and how; empty where none was. */
        Optional<String> broken(Happened happened);
    }

    /** Runs a seed; returns what was broken, empty where nothing was. */
    Optional<String> run(long seed) {
        FinalActions.forget();
        FaultOutcome outcome = trial.run(schedules.apply(seed));
        if (outcome.failed()) {
            return Optional.of(firstLine(outcome.broken().orElseThrow()));
        }
        return rules.broken(new Happened(outcome.trace(), outcome.startedByHand()));
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage())
                .lines()
                .findFirst()
                .orElse(thrown.getClass().getSimpleName());
    }
}
