package io.clp.internal.plan;

import java.util.Arrays;

/** Relations between groups, as the positions of those that each names. All in linear time, without recursion. */
final class Graphs {
    private Graphs() {}

    /** Returns who names each. */
    static int[][] reversed(int[][] edges) {
        int[] count = new int[edges.length];
        for (int[] named : edges) {
            for (int to : named) {
                count[to]++;
            }
        }
        int[][] result = empty(count);
        for (int from = 0; from < edges.length; from++) {
            for (int to : edges[from]) {
                result[to][--count[to]] = from;
            }
        }
        for (int[] each : result) {
            Arrays.sort(each);
        }
        return result;
    }

    /** Returns whom each names or is named by, ascending and once. */
    static int[][] bothWays(int[][] edges) {
        int[][] back = reversed(edges);
        int[][] result = new int[edges.length][];
        for (int i = 0; i < edges.length; i++) {
            result[i] = edges[i].length == 0 ? back[i] : union(edges[i], back[i]);
        }
        return result;
    }

    /**
     * Returns all positions, each behind those that it names by either relation, else ascending. In a circle, which definitions do not
     * have, one of them comes before what it names.
     */
    static int[] dependenciesFirst(int[][] one, int[][] other) {
        int count = one.length;
        int[] order = new int[count];
        int[] next = new int[count]; // which edge of a position is followed next; 0: not come to yet
        int[] path = new int[count];
        int done = 0;
        for (int root = 0; root < count; root++) {
            if (next[root] > 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            next[root] = 1;
            while (depth >= 0) {
                int at = path[depth];
                int edge = next[at]++ - 1;
                int own = one[at].length;
                if (edge >= own + other[at].length) {
                    order[done++] = at;
                    depth--;
                    continue;
                }
                int to = edge < own ? one[at][edge] : other[at][edge - own];
                if (next[to] == 0) {
                    next[to] = 1;
                    path[++depth] = to;
                }
            }
        }
        return order;
    }

    /** Returns two lists as one, ascending, each element once. */
    static int[] union(int[] one, int[] other) {
        int[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return sortedOnce(all, all.length);
    }

    /** Returns the first elements of an array ascending, each once; the array is sorted meanwhile. */
    static int[] sortedOnce(int[] all, int length) {
        Arrays.sort(all, 0, length);
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (count == 0 || all[count - 1] != all[i]) {
                all[count++] = all[i];
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static int[][] empty(int[] count) {
        int[][] result = new int[count.length][];
        for (int i = 0; i < count.length; i++) {
            result[i] = count[i] == 0 ? Index.NOTHING : new int[count[i]];
        }
        return result;
    }
}
