package io.clp.internal.plan;

import io.clp.failover.Exclusion;
import java.util.Arrays;
import java.util.BitSet;

/** The exclusive groups of a node. Not thread-safe. */
final class Tenants {
    private final BitSet exclusive = new BitSet();
    private final BitSet absolute = new BitSet();

    /** Returns nodes without exclusive groups. */
    static Tenants[] arrayOf(int nodes) {
        Tenants[] all = new Tenants[nodes];
        Arrays.setAll(all, n -> new Tenants());
        return all;
    }

    /** Says whether a group is there; one that is not exclusive does not count. */
    void set(int g, Exclusion kind, boolean there) {
        if (kind != Exclusion.NONE) {
            exclusive.set(g, there);
            absolute.set(g, there && kind == Exclusion.ABSOLUTE);
        }
    }

    /** Returns the first group that another exclusive one must not be beside, or {@link Index#NONE}. */
    int against(int g, Exclusion kind) {
        return other(kind == Exclusion.ABSOLUTE ? exclusive : absolute, g);
    }

    /** Returns whether there is an exclusive group besides this one. */
    boolean hasOther(int g) {
        return other(exclusive, g) != Index.NONE;
    }

    private static int other(BitSet groups, int g) {
        int first = groups.nextSetBit(0);
        return first == g ? groups.nextSetBit(g + 1) : first;
    }
}
