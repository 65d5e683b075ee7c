package io.clp.internal.decide;

import io.clp.Operation.Kind;
import java.time.Duration;
import java.util.Arrays;

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
        long released = 0;
        for (int i = 0; i < path.length; i++) {
            released = Math.max(released, shape.hooks(i).released() ? once(shape, i, Kind.RELEASED) : 0);
        }
        boolean grew = true;
        for (int pass = 0; grew && pass < path.length; pass++) { // a user without an edge may have a lower index
            grew = lengthen(shape, path);
        }
        return Arrays.stream(path).max().orElse(0) + released;
    }

    private static boolean lengthen(Shape shape, long[] path) {
        boolean grew = false;
        for (int i = path.length - 1; i >= 0; i--) {
            long before = 0;
            for (int dependent : shape.dependents[i]) {
                before = Math.max(before, path[dependent]);
            }
            for (int user : shape.users[i]) {
                before = Math.max(before, path[user]);
            }
            long now = before + cost(shape, i, Kind.OFFLINE);
            grew |= now > path[i];
            path[i] = now;
        }
        return grew;
    }

    private static long cost(Shape shape, int index, Kind kind) {
        long verified = kind == Kind.PROBE ? 0 : once(shape, index, Kind.PROBE);
        return shape.attempts(index, kind) * (once(shape, index, kind) + verified);
    }

    private static long once(Shape shape, int index, Kind kind) {
        return shape.deadlineNanos(index, kind) + shape.graceNanos(index);
    }
}
