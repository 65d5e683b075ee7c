package io.clp.internal.decide;

import io.clp.Operation.Kind;
import java.time.Duration;

/**
 * How long calls on a group may take. An attempt costs its deadline, the grace in which an interrupted call may come back, and the probe
 * that follows it, with its own grace; a resource costs that times its attempts, and a call the longest path of the DAG.
 */
public final class Limits {
    private Limits() {}

    /** Returns how long a start, with the rollback of everything, may take. */
    public static Duration start(Shape shape) {
        long told = 0;
        for (int i = 0; i < shape.size(); i++) {
            told = Math.max(told, shape.hooks(i).blocked() ? once(shape, i, Kind.ONLINE_BLOCKED) : 0);
        }
        return Duration.ofNanos(rising(shape, Kind.PROBE) + rising(shape, Kind.ONLINE) + told + falling(shape));
    }

    /** Returns how long a stop may take. */
    public static Duration stop(Shape shape) {
        return Duration.ofNanos(rising(shape, Kind.PROBE) + falling(shape));
    }

    private static long rising(Shape shape, Kind kind) {
        long[] path = new long[shape.size()];
        long longest = 0;
        for (int i = 0; i < path.length; i++) {
            for (int dependency : shape.dependencies[i]) {
                path[i] = Math.max(path[i], path[dependency]);
            }
            path[i] += cost(shape, i, kind);
            longest = Math.max(longest, path[i]);
        }
        return longest;
    }

    private static long falling(Shape shape) {
        long[] path = new long[shape.size()];
        long longest = 0;
        long released = 0;
        for (int i = path.length - 1; i >= 0; i--) {
            for (int dependent : shape.dependents[i]) {
                path[i] = Math.max(path[i], path[dependent]);
            }
            for (int user : shape.users[i]) {
                path[i] = Math.max(path[i], path[user]);
            }
            path[i] += cost(shape, i, Kind.OFFLINE);
            longest = Math.max(longest, path[i]);
            released = Math.max(released, shape.hooks(i).released() ? once(shape, i, Kind.RELEASED) : 0);
        }
        return longest + released;
    }

    private static long cost(Shape shape, int index, Kind kind) {
        long verified = kind == Kind.PROBE ? 0 : once(shape, index, Kind.PROBE);
        return shape.attempts(index, kind) * (once(shape, index, kind) + verified);
    }

    private static long once(Shape shape, int index, Kind kind) {
        return shape.deadlineNanos(index, kind) + shape.graceNanos(index);
    }
}
