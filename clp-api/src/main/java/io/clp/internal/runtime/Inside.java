package io.clp.internal.runtime;

import io.clp.FailoverGroup;
import org.jspecify.annotations.Nullable;

/** Knows which attempt the calling thread is inside of, so that a call on its own group can be refused. */
final class Inside {
    private static final ThreadLocal<Inside> OF_THREAD = ThreadLocal.withInitial(Inside::new);

    private @Nullable Attempt attempt;

    private Inside() {}

    /** Enters an attempt; returns the one that was entered before. */
    static @Nullable Attempt enter(@Nullable Attempt attempt) {
        Inside mine = OF_THREAD.get();
        Attempt outer = mine.attempt;
        mine.attempt = attempt;
        return outer;
    }

    static void leave(@Nullable Attempt outer) {
        OF_THREAD.get().attempt = outer;
    }

    static @Nullable Attempt current() {
        return OF_THREAD.get().attempt;
    }

    static boolean of(FailoverGroup group) {
        Attempt current = current();
        return current != null && current.runner.group == group;
    }

    static boolean any() {
        return current() != null;
    }
}
