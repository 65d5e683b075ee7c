package io.clp.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What happens to a fake cluster, step by step. {@code toString()} is text that {@link #parse} reads. What makes no sense at its time (power
 * off a machine that is off) is left out, so that any part of a schedule is a schedule.
 *
 * @param seed that of the run
 * @param steps what happens, in order
 */
public record FaultSchedule(long seed, List<Step> steps) {
    private static final String SEED = "seed ";

    /**
     * Keeps a copy.
     *
     * @param seed that of the run
     * @param steps what happens
     */
    public FaultSchedule {
        steps = List.copyOf(steps);
    }

    /** What can happen. */
    public enum Kind {
        /** {@link FakeNode#powerOff}. */
        POWER_OFF,
        /** {@link FakeNode#boot}. */
        BOOT,
        /** {@link FakeNode#killProcess}. */
        KILL_PROCESS,
        /** {@link FakeNode#startProcess}. */
        START_PROCESS,
        /** {@link FakeNode#pause}. */
        PAUSE,
        /** {@link FakeNode#freeze}. */
        FREEZE,
        /** {@link FakeNode#resume}. */
        RESUME,
        /** {@link FakeNode#stepClock}. */
        STEP_CLOCK,
        /** {@link FakeNode#driftClock}. */
        DRIFT_CLOCK,
        /** {@link FakeCluster#partition} of the node from all others. */
        PARTITION,
        /** {@link FakeLink#cutRequests}. */
        CUT_REQUESTS,
        /** {@link FakeLink#cutAnswers}. */
        CUT_ANSWERS,
        /** {@link FakeLink#slow}. */
        SLOW_LINK,
        /** {@link FakeLink#loseRequests}. */
        LOSE_REQUESTS,
        /** {@link FakeLink#loseAnswers}. */
        LOSE_ANSWERS,
        /** {@link FakeLink#delayAnswers}. */
        DELAY_ANSWERS,
        /** {@link FakeLink#doubleRequests}. */
        DOUBLE_REQUESTS,
        /** {@link FakeLink#unreliable}. */
        UNRELIABLE,
        /** {@link FakeLink#heal}. */
        HEAL_LINK,
        /** {@link FakeCluster#loseQuorum}. */
        LOSE_QUORUM,
        /** {@link FakeCluster#heal}. */
        HEAL,
        /** {@link FakeCluster#expireSession}. */
        EXPIRE_SESSION,
        /** {@link FakeFencer#fails}. */
        FENCER_FAILS,
        /** {@link FakeFencer#doubts}. */
        FENCER_DOUBTS,
        /** {@link FakeFencer#takes}. */
        FENCER_SLOW,
        /** {@link FakeFencer#heal}. */
        FENCER_HEALS,
        /** {@link FakeVolume#disconnect} of a group's volumes on the node. */
        DISCONNECT,
        /** {@link FakeVolume#disconnect} of a group's volumes on all nodes. */
        DISCONNECT_ALL,
        /** {@link FakeVolume#reconnect} of a group's volumes on all nodes. */
        RECONNECT,
        /** {@link FakeService#crash} of one of a group's services on the node. */
        CRASH,
        /** {@link FakeService#hangOnStart}. */
        HANG_ON_START,
        /** {@link FakeService#hangOnStop}. */
        HANG_ON_STOP,
        /** {@link FakeService#failStart}. */
        FAIL_START,
        /** {@link FakeService#release}. */
        RELEASE,
        /** Somebody asks the node's member to start a group, and does not wait. */
        START,
        /** Somebody asks the owner's member to stop a group, and does not wait. */
        STOP,
        /** Somebody asks the owner's member to move a group to the node, and does not wait. */
        MOVE,
        /** Somebody asks the node's member to give its groups away, and does not wait; it takes none afterwards. */
        DRAIN,
        /** Somebody asks the node's member to take groups again. */
        UNDRAIN,
        /** {@link FakeFencer#lies}: no failover is safe then. */
        FENCER_LIES,
        /** {@link FakeService#lieStopped} of one of a group's services: no move is safe then. */
        SERVICE_LIES
    }

    /**
     * One step.
     *
     * @param kind what happens
     * @param node to which node, where it needs one
     * @param group to which group, where it needs one
     * @param choice from 0 to 999, decides what else there is to decide
     * @param pause how long nothing else happens afterwards
     */
    public record Step(Kind kind, String node, String group, int choice, Duration pause) {
        /**
         * Checks that nothing is missing.
         *
         * @param kind what happens
         * @param node to which node
         * @param group to which group
         * @param choice decides what else there is to decide
         * @param pause not negative
         */
        public Step {
            Objects.requireNonNull(kind, "kind");
            if (node.isBlank() || group.isBlank() || pause.isNegative()) {
                throw new IllegalArgumentException("a step names a node and a group, and its pause is not negative");
            }
        }

        /**
         * Returns the step with another pause.
         *
         * @param other how long nothing else happens afterwards
         * @return otherwise the same step
         */
        public Step pausing(Duration other) {
            return new Step(kind, node, group, choice, other);
        }

        @Override
        public String toString() {
            return kind + " " + node + " " + group + " " + choice + " " + pause;
        }
    }

    /**
     * Reads a schedule.
     *
     * @param text the seed, and one step a line, as {@code toString()} writes them
     * @return the schedule
     * @throws IllegalArgumentException a line is none of both; names it
     */
    public static FaultSchedule parse(String text) {
        long seed = 1;
        List<Step> steps = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            try {
                if (line.startsWith(SEED)) {
                    seed = Long.parseLong(line.substring(SEED.length()));
                    continue;
                }
                String[] words = line.split(" ", 5);
                steps.add(new Step(
                        Kind.valueOf(words[0]),
                        words[1],
                        words[2],
                        Integer.parseInt(words[3]),
                        Duration.parse(words[4])));
            } catch (RuntimeException e) { // whatever is wrong with the line
                throw new IllegalArgumentException("not a step of a schedule: " + line, e);
            }
        }
        return new FaultSchedule(seed, steps);
    }

    /**
     * Returns the schedule without one of its steps.
     *
     * @param step its index
     * @return another schedule
     */
    public FaultSchedule without(int step) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new FaultSchedule(seed, fewer);
    }

    /**
     * Returns the schedule with another step in the place of one.
     *
     * @param index its index
     * @param step the other one
     * @return another schedule
     */
    public FaultSchedule with(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        return new FaultSchedule(seed, changed);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(SEED).append(seed);
        steps.forEach(it -> text.append('\n').append(it));
        return text.toString();
    }
}
