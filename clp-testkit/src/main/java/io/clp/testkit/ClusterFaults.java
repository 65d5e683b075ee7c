package io.clp.testkit;

import io.clp.testkit.FaultSchedule.Kind;
import java.util.EnumMap;
import java.util.Map;

/** Which disturbances random schedules have, how often each, and how many in all. Immutable: each setter returns another one. */
public final class ClusterFaults {
    private static final int STEPS_LEAST = 3;
    private static final int STEPS_MOST = 14;
    private static final int USUAL = 4;
    private static final int RARE = 1;
    private static final int OFTEN = 8;

    private final Map<Kind, Integer> weights;
    private final int least;
    private final int most;

    private ClusterFaults(Map<Kind, Integer> weights, int least, int most) {
        this.weights = weights;
        this.least = least;
        this.most = most;
    }

    /** {@return no disturbance at all: to choose from with {@link #weight}} */
    public static ClusterFaults none() {
        return new ClusterFaults(new EnumMap<>(Kind.class), STEPS_LEAST, STEPS_MOST);
    }

    /** {@return all disturbances in which failover can be safe, those of nodes and of the coordination more often} */
    public static ClusterFaults survivable() {
        Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            weights.put(kind, USUAL);
        }
        weights.remove(Kind.FENCER_LIES);
        weights.remove(Kind.SERVICE_LIES);
        weights.put(Kind.POWER_OFF, OFTEN);
        weights.put(Kind.BOOT, OFTEN);
        weights.put(Kind.KILL_PROCESS, OFTEN);
        weights.put(Kind.START_PROCESS, OFTEN);
        weights.put(Kind.PAUSE, OFTEN);
        weights.put(Kind.RESUME, OFTEN);
        weights.put(Kind.MOVE, OFTEN);
        weights.put(Kind.DISCONNECT_ALL, RARE);
        weights.put(Kind.LOSE_QUORUM, RARE);
        return new ClusterFaults(weights, STEPS_LEAST, STEPS_MOST);
    }

    /**
     * Sets how often a disturbance comes, compared with the others.
     *
     * @param kind which
     * @param weight 0 for never
     * @return other disturbances
     */
    public ClusterFaults weight(Kind kind, int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("a weight is not negative: " + weight);
        }
        Map<Kind, Integer> changed = new EnumMap<>(Kind.class);
        changed.putAll(weights);
        changed.put(kind, weight);
        return new ClusterFaults(changed, least, most);
    }

    /**
     * Sets how many steps a schedule has.
     *
     * @param fewest at least 0
     * @param highest at least {@code fewest}
     * @return other disturbances
     */
    public ClusterFaults steps(int fewest, int highest) {
        if (fewest < 0 || highest < fewest) {
            throw new IllegalArgumentException("so many steps are not possible: " + fewest + " to " + highest);
        }
        return new ClusterFaults(weights, fewest, highest);
    }

    /**
     * Returns how often a disturbance comes.
     *
     * @param kind which
     * @return its weight among all
     */
    public int weightOf(Kind kind) {
        return weights.getOrDefault(kind, 0);
    }

    /** {@return how many steps a schedule has at least} */
    public int stepsLeast() {
        return least;
    }

    /** {@return how many steps a schedule has at most} */
    public int stepsMost() {
        return most;
    }
}
