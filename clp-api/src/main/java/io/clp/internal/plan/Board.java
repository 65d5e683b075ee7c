package io.clp.internal.plan;

import static io.clp.internal.plan.Index.NONE;

import io.clp.GroupState;
import io.clp.failover.Exclusion;

/** Where the groups are and will be, as far as is decided, and which node can take which group then. */
final class Board {
    /** Where a group is, and after its decision, where it will be; {@link Index#NONE}: nowhere. */
    final int[] at;
    /** Whether a group may be where {@link #at} does not say. */
    final boolean[] unsure;
    /** Whether it is decided where a group will be. */
    final boolean[] settled;
    /** Whether a group is nowhere only until more is known. */
    final boolean[] later;

    private final Index index;
    private final Remains remains;
    private final Exclusion[] exclusion;
    private final Tenants[] present;
    private final Tenants[] perhaps;

    Board(Index index, Remains remains) {
        this.index = index;
        this.remains = remains;
        int groups = index.groupCount;
        at = new int[groups];
        unsure = new boolean[groups];
        settled = new boolean[groups];
        later = new boolean[groups];
        exclusion = index.exclusion;
        present = Tenants.arrayOf(index.nodeCount());
        perhaps = Tenants.arrayOf(index.nodeCount());
        for (int g = 0; g < groups; g++) {
            at[g] = NONE;
            for (int n : remains.unknown[g]) {
                perhaps[n].set(g, exclusion[g], true);
            }
            if (!index.known[g]) {
                unsure[g] = true;
                for (int n : index.list[g]) {
                    perhaps[n].set(g, exclusion[g], true);
                }
            }
        }
    }

    /** Says that a group is on a node, or will be. */
    void put(int g, int n) {
        take(g);
        at[g] = n;
        present[n].set(g, exclusion[g], true);
    }

    /** Says that a group is nowhere, or will leave where it is. */
    void take(int g) {
        if (at[g] != NONE) {
            present[at[g]].set(g, exclusion[g], false);
            at[g] = NONE;
        }
    }

    /** Returns why a node cannot take a group, or {@link Bar#FREE}. What the group itself is or does there does not count. */
    long bar(int g, int n) {
        if (index.preference(g, n) == NONE) {
            return Bar.NOT_LISTED.alone();
        }
        switch (index.status(n)) {
            case AWAITED -> {
                return Bar.AWAITED.alone();
            }
            case LOST -> {
                return Bar.LOST.alone();
            }
            case FENCED -> {
                return Bar.FENCED.alone();
            }
            case STANDBY -> {
                return Bar.STANDBY.alone();
            }
            case DRAINING -> {
                return Bar.DRAINING.alone();
            }
            case ONLINE -> {}
        }
        return barOfOwner(g, n);
    }

    /** Returns the same for a node that has the group: there it may start on standby too. */
    long barOfOwner(int g, int n) {
        if (index.preference(g, n) == NONE) {
            return Bar.NOT_LISTED.alone();
        }
        if (barred(g, n)) {
            return Bar.BARRED.alone();
        }
        long company = without(g, n);
        if (company == Bar.FREE) {
            company = withoutOnline(g, n);
        }
        return company != Bar.FREE ? company : beside(g, n);
    }

    /** Returns which group that another one is only beside is not running on its node, or not for long, or {@link Bar#FREE}. */
    private long withoutOnline(int g, int n) {
        for (int leader : index.leaders[g]) {
            boolean stuck = index.owner[leader] == n && index.state[leader] == GroupState.OFFLINE_FAILURE;
            if (stuck || vague(leader)) {
                return Bar.WITHOUT_ONLINE.of(leader);
            }
        }
        return Bar.FREE;
    }

    /** Returns whether a group must not start on a node now. */
    boolean barred(int g, int n) {
        return index.barred[g] && index.group(g).barred().containsKey(index.node(n));
    }

    /** Returns which group is missing on a node without which another one is not there, or {@link Bar#FREE}. */
    long without(int g, int n) {
        for (int leader : index.leaders[g]) {
            if (!settled[leader] || (at[leader] == NONE && (unsure[leader] || later[leader]))) {
                return Bar.WITHOUT_YET.of(leader);
            }
            if (at[leader] != n) {
                return Bar.WITHOUT.of(leader);
            }
        }
        return Bar.FREE;
    }

    /** Returns which group on a node another one must not be beside, or {@link Bar#FREE}. */
    long beside(int g, int n) {
        long possible = Bar.FREE;
        for (int other : index.never[g]) {
            if (at[other] == n && !vague(other)) {
                return Bar.NEVER.of(other);
            }
            boolean anywhere = !index.known[other] && index.preference(other, n) != NONE;
            if (at[other] == n || anywhere || remains.unknownAt(other, n)) {
                possible = Bar.NEVER_PERHAPS.of(other);
            }
        }
        if (exclusion[g] == Exclusion.NONE) {
            return possible;
        }
        int tenant = present[n].against(g, exclusion[g]);
        if (tenant != NONE) {
            return vague(tenant) ? Bar.EXCLUSIVE_PERHAPS.of(tenant) : Bar.EXCLUSIVE.of(tenant);
        }
        int guess = perhaps[n].against(g, exclusion[g]);
        return guess != NONE ? Bar.EXCLUSIVE_PERHAPS.of(guess) : possible;
    }

    /** Returns whether it is not known, or changing, that a group is where it is. */
    private boolean vague(int g) {
        GroupState state = index.state[g];
        return at[g] == index.owner[g] && (state == GroupState.UNKNOWN || state == GroupState.OFFLINE_PENDING);
    }

    /** Returns whether a group would rather not be on a node, because another exclusive one is there. */
    boolean crowded(int g, int n) {
        return exclusion[g] == Exclusion.NORMAL && present[n].hasOther(g);
    }
}
