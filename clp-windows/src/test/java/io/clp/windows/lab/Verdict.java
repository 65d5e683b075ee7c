package io.clp.windows.lab;

import io.clp.windows.lab.Outcome.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a run of the suites is good enough, and why not. A value, decided without reading anything. */
record Verdict(int passed, int failed, int aborted, List<String> problems) {
    private static final int REASON_SHOWN = 400;

    /**
     * Judges a run.
     *
     * @param outcomes the record of the run, in its order
     * @param floor as many tests must have passed
     * @param mayAbort the tests that may and must abort, with the reason of each
     * @param exitCode of the JUnit launcher
     * @return the counts, and everything that is wrong
     */
    static Verdict of(List<Outcome> outcomes, int floor, Map<String, String> mayAbort, int exitCode) {
        Set<String> passed = tests(outcomes, Kind.PASSED);
        Set<String> failed = tests(outcomes, Kind.FAILED);
        Set<String> aborted = tests(outcomes, Kind.ABORTED);
        List<String> problems = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.kind() == Kind.FAILED) {
                problems.add("failed: " + outcome.test() + " (" + beginning(outcome.reason()) + ")");
            }
            if (outcome.kind() == Kind.ABORTED && !mayAbort.containsKey(outcome.test())) {
                problems.add("aborted and is not in aborted.txt: " + outcome.test() + " (" + outcome.reason() + ")");
            }
        }
        for (String test : mayAbort.keySet()) {
            if (!aborted.contains(test)) {
                problems.add("is in aborted.txt and did not abort: " + test);
            }
        }
        for (String test : tests(outcomes, Kind.STARTED)) {
            if (!passed.contains(test) && !failed.contains(test) && !aborted.contains(test)) {
                problems.add("began and did not end: " + test);
            }
        }
        if (passed.size() < floor) {
            problems.add(passed.size() + " tests passed, floor.txt asks for " + floor);
        }
        if (exitCode != 0 && failed.isEmpty()) {
            problems.add("no test failed, yet the run ended with exit code " + exitCode);
        }
        return new Verdict(passed.size(), failed.size(), aborted.size(), List.copyOf(problems));
    }

    String counts() {
        return passed + " passed, " + failed + " failed, " + aborted + " aborted";
    }

    /** What was expected stands first, the stack after it. */
    private static String beginning(String reason) {
        return reason.length() <= REASON_SHOWN ? reason : reason.substring(0, REASON_SHOWN) + " ...";
    }

    private static Set<String> tests(List<Outcome> outcomes, Kind kind) {
        return outcomes.stream()
                .filter(outcome -> outcome.kind() == kind)
                .map(Outcome::test)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
