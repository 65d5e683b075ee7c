package io.clp.internal.plan;

import io.clp.StartCause;
import io.clp.StopCause;
import org.jspecify.annotations.Nullable;

/** What becomes of one group: what is decided so far. */
final class Course {
    /** Why it stops on its owner; null: it does not. */
    @Nullable
    StopCause stop;

    String stopReason = "";

    /** Where it starts, or {@link Index#NONE}. */
    int start = Index.NONE;

    StartCause cause = StartCause.START;
    String startReason = "";

    /** Why its final action runs; null: it does not. */
    @Nullable
    String end;

    /** Why it will be where it will be. */
    String reason = "";

    /** What else is to be said of that; empty: nothing. */
    String note = "";

    /** What was in the way on each node of its list when its node was chosen; null: no node was. */
    long @Nullable [] bars;

    /** Returns why it will be where it will be, with everything else. */
    String placementReason() {
        return note.isEmpty() ? reason : reason + "; " + note;
    }
}
