package io.clp.internal.watch;

/**
 * How far a watch has come. Immutable.
 *
 * @param phase what it does now
 * @param restarts how often the service was started again since the count was last 0
 * @param lastEndNanos when an abnormal end was last seen; means nothing while there was none since the count was last 0
 * @param owed whether a restart has not reached RUNNING yet
 * @param quiet whether the service was seen stopped by somebody, and that was said
 */
record WatchState(Phase phase, int restarts, long lastEndNanos, boolean owed, boolean quiet) {
    /** What a watch does. */
    enum Phase {
        /** Its service is being started for the first time: nothing is supervised yet. */
        LOADING,
        /** It supervises. */
        WATCHING,
        /** Its restarts are used up: it is listed and supervises no more. */
        FAILED,
        /** It was ended by a kill or a close. Never left again. */
        ENDED
    }

    /** Returns the state of a watch that is being loaded. */
    static WatchState loading() {
        return new WatchState(Phase.LOADING, 0, 0, false, false);
    }

    /** Returns the state of a watch whose service was just seen running for its load. */
    static WatchState watching() {
        return new WatchState(Phase.WATCHING, 0, 0, false, false);
    }

    /** Returns this state in another phase. */
    WatchState in(Phase other) {
        return new WatchState(other, restarts, lastEndNanos, owed, quiet);
    }

    /** Returns this state after a restart. */
    WatchState attempted(boolean reached) {
        return new WatchState(phase, restarts, lastEndNanos, !reached, quiet);
    }

    /** Returns this state without the restart that was counted last. */
    WatchState uncounted() {
        return new WatchState(phase, Math.max(0, restarts - 1), lastEndNanos, owed, quiet);
    }

    /** Returns whether the watch supervises. */
    boolean supervises() {
        return phase == Phase.WATCHING;
    }
}
