package io.clp.internal.monitor;

import io.clp.GroupState;

/** What a group's state lets its monitors do. */
public enum Availability {
    /** It is online: all look. */
    ONLINE,
    /** It is offline or not known: only those look that always do. */
    OFFLINE,
    /** Something is under way, or a stop left something: none looks. */
    BUSY;

    /** Returns what a state lets monitors do. */
    public static Availability of(GroupState state) {
        return switch (state) {
            case ONLINE, ONLINE_FAILURE -> ONLINE;
            case OFFLINE, UNKNOWN -> OFFLINE;
            case ONLINE_PENDING, OFFLINE_PENDING, OFFLINE_FAILURE -> BUSY;
        };
    }
}
