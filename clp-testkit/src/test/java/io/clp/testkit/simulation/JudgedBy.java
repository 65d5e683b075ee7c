package io.clp.testkit.simulation;

import io.clp.testkit.simulation.Happened.Change;
import java.util.Optional;

/** The rules of a member's behaviour that no machine can break by itself, each by its name. */
final class JudgedBy {
    private static final String REPAIRED = "everything is repaired";

    private JudgedBy() {}

    /** A group does not leave a node by itself for the sake of failback while it is not well there. */
    static Optional<String> failbackFromHealth(Happened happened) {
        for (Change it : happened.changes()) {
            if (it.cause().contains("GROUP_MOVE") && it.from().equals("ONLINE_FAILURE")) {
                int asked = happened.find(0, "step MOVE");
                if (asked < 0 || asked > it.line()) {
                    return Optional.of("a failback during a failure: " + happened.line(it.line()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Where counts are forgotten at once and nobody stops anything, every group runs again by itself. A start that hung may leave what
     * nobody can take offline; such a group is kept until somebody asks.
     */
    static Optional<String> runsAgainByItself(Happened happened) {
        return happened.startedByHand() == 0 || happened.find(0, "step HANG_ON_START") >= 0
                ? Optional.empty()
                : Optional.of("nothing is wrong any more, but a group did not start by itself");
    }

    /** A takeover that somebody asked that node for is none by itself. */
    static Optional<String> neverFailsOver(Happened happened, String group) {
        for (Change it : happened.changes()) {
            if (it.group().equals(group) && it.starts() && it.cause().contains("FAILOVER")) {
                int asked = happened.find(0, "step START " + it.node() + " " + group);
                if (asked < 0 || asked > it.line()) {
                    return Optional.of("a group fails over that must not: " + group);
                }
            }
        }
        return Optional.empty();
    }

    static Optional<String> failsOverAfterTheRestart(Happened happened) {
        return happened.starts("web", "FAILOVER") == 1
                ? Optional.empty()
                : Optional.of("two crashes within the quiet period are a restart and a failover");
    }

    static Optional<String> nothingGoesOffline(Happened happened) {
        int first = happened.find(0, "step PARTITION");
        return happened.changes().stream()
                .filter(it -> it.line() > first && it.to().equals("OFFLINE_PENDING"))
                .map(it -> "suspended contact took a group offline: " + happened.line(it.line()))
                .findFirst();
    }

    static Optional<String> theCutOffNodeGoesOffline(Happened happened) {
        int cut = happened.find(0, "step PARTITION");
        int healed = happened.find(cut, "step HEAL");
        boolean offline = happened.changes().stream()
                .anyMatch(it -> it.line() > cut
                        && it.line() < healed
                        && it.node().equals("SV1")
                        && it.to().equals("OFFLINE"));
        return offline ? Optional.empty() : Optional.of("a node that lost contact for good did not go offline");
    }

    /** Before anything is repaired, a group whose node died runs on another one. */
    static Optional<String> runsSomewhere(Happened happened) {
        int died = happened.find(0, "step POWER_OFF");
        int repaired = happened.find(died, REPAIRED);
        boolean runs = happened.changes().stream()
                .anyMatch(it ->
                        it.line() > died && it.line() < repaired && it.to().equals("ONLINE"));
        return runs ? Optional.empty() : Optional.of("nobody came for the group of a dead node");
    }

    static Optional<String> staysStopped(Happened happened) {
        return startedBetween(happened, "step STOP", "a group that was stopped by hand was started");
    }

    static Optional<String> parkedUntilAsked(Happened happened) {
        return startedBetween(
                happened, "step MOVE", "a move that failed was resumed, or the group started again, unasked");
    }

    private static Optional<String> startedBetween(Happened happened, String step, String rule) {
        int from = happened.find(0, step);
        int to = happened.find(from, REPAIRED);
        return happened.changes().stream()
                .filter(it -> it.line() > from && it.line() < to && it.starts())
                .map(it -> rule + ": " + happened.line(it.line()))
                .findFirst();
    }
}
