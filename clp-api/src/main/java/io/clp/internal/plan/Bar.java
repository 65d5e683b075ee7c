package io.clp.internal.plan;

/**
 * Why a node cannot take a group. Asked for every node of every group, so it is one number with the other group it is about; words are
 * made for people, see {@link Words}.
 */
enum Bar {
    /** The node is not in the group's list. */
    NOT_LISTED(1, false),
    /** The node is out of contact. */
    LOST(2, false),
    /** The node is dead. */
    FENCED(3, false),
    /** The node takes nothing. */
    STANDBY(4, false),
    /** The node gives away what it has. */
    DRAINING(5, false),
    /** The group must not start there now. */
    BARRED(6, false),
    /** What the group is only beside is not there. */
    WITHOUT(7, false),
    /** Where that is, is not known or not decided. */
    WITHOUT_YET(8, true),
    /** What the group is only beside stops there, could not be stopped, or nobody knows. */
    WITHOUT_ONLINE(9, true),
    /** What the group is never with is there. */
    NEVER(10, false),
    /** What the group is never with may be there. */
    NEVER_PERHAPS(11, true),
    /** Another exclusive group is there. */
    EXCLUSIVE(12, false),
    /** Another exclusive group may be there. */
    EXCLUSIVE_PERHAPS(13, true),
    /** The node has not come yet, and may. */
    AWAITED(14, true);

    /** Nothing is in the way. */
    static final long FREE = 0;

    private static final Bar[] BY_CODE = byCode();
    private static final int BITS = 32;

    private final int code;
    private final boolean passes;

    Bar(int code, boolean passes) {
        this.code = code;
        this.passes = passes;
    }

    private static Bar[] byCode() {
        Bar[] bars = new Bar[values().length + 1];
        for (Bar bar : values()) {
            bars[bar.code] = bar;
        }
        return bars;
    }

    /** Returns this bar, of which a group is the reason. */
    long of(int group) {
        return (long) code << BITS | group;
    }

    /** Returns this bar. */
    long alone() {
        return of(0);
    }

    /** Returns which bar a number is that is not {@link #FREE}. */
    static Bar in(long bar) {
        return BY_CODE[(int) (bar >> BITS)];
    }

    /** Returns the group that is the reason. */
    static int groupIn(long bar) {
        return (int) bar;
    }

    /** Returns whether more will be known soon: nothing that cannot be undone is done for such a bar. */
    static boolean passes(long bar) {
        return bar != FREE && in(bar).passes;
    }
}
