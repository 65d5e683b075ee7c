package io.clp.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compares what was measured with the limits. */
final class Verdicts {
    private static final Set<String> LIBRARIES = Set.of("FUTURES", "GUAVA", "SPRING");

    private final List<Score> scores;
    private final List<Verdict> verdicts = new ArrayList<>();

    /**
     * Whether a limit is kept.
     *
     * @param limit in words
     * @param measured in words
     * @param holds whether it is
     */
    record Verdict(String limit, String measured, boolean holds) {}

    private Verdicts(List<Score> scores) {
        this.scores = scores;
    }

    /** Returns a verdict for each limit whose measurements are there. */
    static List<Verdict> of(List<Score> scores, IdleGroup idle, FailureToOnline failure) {
        Verdicts found = new Verdicts(scores);
        found.against("ChainOfFive", "FUTURES", 1.0);
        for (String sleeps : List.of("HundredSleeps", "FourTiersOfSleeps")) {
            found.best(sleeps).ifPresent(best -> found.against(sleeps, best.peer(), 1.0));
            found.against(sleeps, "BARE_POOL", 1.1);
        }
        found.against("ThousandNoOps", "FUTURES", 1.5);
        found.atLeast("SimulatedFailover", 2_000);
        found.atMost("VirtualHour", "", 36);
        found.atMost("PlanAfterLoss", "100", 1);
        found.atMost("PlanAfterLoss", "1000", 10);
        found.growth("PlanAfterLoss", "1000", "10000", 15);
        found.atMost("MemberEventWithNothingToDo", "LOOK", 50);
        found.atMost("MemberEventWithNothingToDo", "TICK", 50);
        found.atLeast("SimulatedClusterFailover", 2_000);
        found.atMost("RehearsedFailover", "", 1);
        found.atMost("ReadConfiguration", "1000", 300);
        found.verdicts.add(new Verdict(
                "FailureToOnline: at most 5 ms of virtual time beside detection and critical path",
                text("%.3f ms, the most of %d seeds", failure.largest().toNanos() / 1e6, failure.seeds()),
                failure.largest().compareTo(Duration.ofMillis(5)) <= 0));
        found.verdicts.add(new Verdict(
                "IdleGroup: no thread, at most 20 KiB",
                text("%d threads, %.1f KiB", idle.threads(), idle.bytes() / 1_024.0),
                idle.threads() <= 0 && idle.bytes() <= 20 * 1_024));
        return List.copyOf(found.verdicts);
    }

    private Optional<Score> best(String job) {
        return scores.stream()
                .filter(it -> it.job().equals(job) && LIBRARIES.contains(it.peer()))
                .min(Comparator.comparingDouble(Score::value));
    }

    private Optional<Score> find(String job, String peer) {
        return scores.stream()
                .filter(it -> it.job().equals(job) && it.peer().equals(peer))
                .findFirst();
    }

    /** At most 1.0 x holds, too, where the intervals overlap. */
    private void against(String job, String peer, double factor) {
        find(job, "ENGINE").ifPresent(ours -> find(job, peer).ifPresent(theirs -> {
            double ratio = ours.value() / theirs.value();
            boolean overlap = factor == 1.0 && ours.low() <= theirs.high();
            verdicts.add(new Verdict(
                    text("%s: at most %.1f x %s", job, factor, peer),
                    text("%.2f x%s", ratio, overlap && ratio > factor ? byOverlap(ours, theirs) : ""),
                    ratio <= factor || overlap));
        }));
    }

    /** Says how much noise it takes to hold: a wide interval overlaps with anything. */
    private static String byOverlap(Score ours, Score theirs) {
        return text(", by overlap of +-%.0f %% with +-%.0f %%", noise(ours), noise(theirs));
    }

    private static double noise(Score score) {
        return 100 * (score.high() - score.value()) / score.value();
    }

    private void atLeast(String job, double limit) {
        find(job, "")
                .ifPresent(it -> verdicts.add(new Verdict(
                        text("%s: at least %.0f %s", job, limit, it.unit()),
                        text("%.0f", it.value()),
                        it.value() >= limit)));
    }

    private void atMost(String job, String which, double limit) {
        find(job, which)
                .ifPresent(it -> verdicts.add(new Verdict(
                        text("%s: at most %.0f %s", name(job, which), limit, it.unit()),
                        text(it.value() < 10 ? "%.2f" : "%.1f", it.value()),
                        it.value() <= limit)));
    }

    private static String name(String job, String which) {
        return which.isEmpty() ? job : job + " " + which;
    }

    private void growth(String job, String small, String large, double limit) {
        find(job, small).ifPresent(from -> find(job, large).ifPresent(to -> {
            double ratio = to.value() / from.value();
            verdicts.add(new Verdict(
                    text("%s: %s at most %.0f x %s", job, large, limit, small), text("%.1f x", ratio), ratio <= limit));
        }));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
