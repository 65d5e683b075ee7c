package io.clp.config.internal.read;

import io.clp.failover.FinalAction;

/** What the resources and monitors of a group ask for after a failure, put together: here a group has one policy. Not thread-safe. */
final class Recovery {
    /** The final actions that the library has, the mildest first. */
    enum Last {
        NONE,
        STOP_GROUP,
        STOP_MEMBER
    }

    private int restarts;
    private int failovers;
    private Last last = Last.NONE;

    void restarts(int count) {
        restarts = Math.max(restarts, count);
    }

    void failovers(int count) {
        failovers = Math.max(failovers, count);
    }

    void last(Last action) {
        last = action.compareTo(last) > 0 ? action : last;
    }

    int restarts() {
        return restarts;
    }

    /** Returns 0 where nothing is asked for. */
    int failovers() {
        return failovers;
    }

    FinalAction finalAction() {
        return switch (last) {
            case NONE -> FinalAction.none();
            case STOP_GROUP -> FinalAction.stopGroup();
            case STOP_MEMBER -> FinalAction.stopMember();
        };
    }
}
