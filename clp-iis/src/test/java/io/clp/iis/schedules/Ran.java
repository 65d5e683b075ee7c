package io.clp.iis.schedules;

import io.clp.testkit.FaultPoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param schedule what was run
 * @param layout the machines and groups, for people
 * @param calls the steps and calls, for people
 * @param trace what happened on the machines
 * @param met how often each fault was met
 * @param counts how often what else happened
 * @param broken what was broken, or null
 */
record Ran(
        Schedule schedule,
        String layout,
        String calls,
        String trace,
        Map<FaultPoint, Long> met,
        Map<String, Long> counts,
        @Nullable Throwable broken) {
    boolean failed() {
        return broken != null;
    }

    /** Returns how many faults were met before calls of the platform. */
    long faults() {
        return met.values().stream().mapToLong(it -> it).sum();
    }

    /** Returns everything of which two runs of the same seed must not differ. */
    String text() {
        return layout + "\n" + calls + trace;
    }

    /** Returns what is needed to understand a failure, and to run it again. */
    String story() {
        String replay = "mvn -B -pl clp-iis -am test -Dtest=RandomSchedulesTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dclp.schedules.seed=" + schedule.seed();
        return broken + "\n" + schedule + "\n" + layout + "\ncalls:\n" + calls + "trace:\n" + trace + "\nreplay: "
                + replay;
    }
}
