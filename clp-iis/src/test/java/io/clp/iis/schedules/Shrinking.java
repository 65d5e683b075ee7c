package io.clp.iis.schedules;

/** Looks for a smaller schedule that fails too: fewer faults, fewer steps, shorter pauses. */
final class Shrinking {
    private static final int RUNS_MAX = 300;

    private Ran smallest;
    private int runs;

    private Shrinking(Ran failed) {
        smallest = failed;
    }

    /** Returns the smallest failing run that was found; the given one where there is none. */
    static Ran of(Ran failed) {
        Shrinking shrinking = new Shrinking(failed);
        shrinking.fewerFaults();
        boolean smaller = true;
        while (smaller) {
            smaller = shrinking.fewerSteps();
        }
        shrinking.shorterPauses();
        shrinking.fewerFaults();
        return shrinking.smallest;
    }

    /** Halves the number of faults by chance while it still fails, then takes away one after the other. */
    private void fewerFaults() {
        long met = smallest.faults();
        int most = (int) Math.min(smallest.schedule().faultsMax(), met);
        if (most == 0 || fails(smallest.schedule().withFaults(0))) {
            return;
        }
        int fails = most;
        int passes = 0;
        while (fails - passes > 1) {
            int middle = (passes + fails) / 2;
            if (fails(smallest.schedule().withFaults(middle))) {
                fails = middle;
            } else {
                passes = middle;
            }
        }
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
            if (!smallest.schedule().steps().get(i).pause().isZero()) {
                fails(smallest.schedule().withoutPause(i));
            }
        }
    }

    private boolean fails(Schedule schedule) {
        if (runs++ >= RUNS_MAX) {
            return false;
        }
        Ran ran = Run.of(schedule);
        if (ran.failed()) {
            smallest = ran;
        }
        return ran.failed();
    }
}
