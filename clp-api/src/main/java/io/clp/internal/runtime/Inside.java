package io.clp.internal.runtime;

import io.clp.FailoverGroup;
import org.jspecify.annotations.Nullable;

/** Knows which attempt the calling thread is inside of, so that a call on its own group can be refused. */
final class Inside {
    private static final ThreadLocal<@Nullable Attempt> CURRENT = new ThreadLocal<>();

    private Inside() {}

    /** Enters an attempt; returns the one that was entered before. */
    static @Nullable Attempt enter(@Nullable Attempt attempt) {
        Attempt outer = CURRENT.get();
        CURRENT.set(attempt);
        return outer;
    }

    static void leave(@Nullable Attempt outer) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    static @Nullable Attempt current() {
        return CURRENT.get();
    }

    static boolean of(FailoverGroup group) {
        Attempt current = CURRENT.get();
        return current != null && current.runner.group == group;
    }

    static boolean any() {
        return CURRENT.get() != null;
    }
}
