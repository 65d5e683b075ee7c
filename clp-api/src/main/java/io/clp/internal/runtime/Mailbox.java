package io.clp.internal.runtime;

import io.clp.internal.decide.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What has come and nobody has taken yet. Thread-safe. */
final class Mailbox {
    private final AtomicReference<@Nullable Letter> newest = new AtomicReference<>();

    private record Letter(Input input, @Nullable Letter before, int count) {}

    /** Adds what came; returns how much there is then. */
    int add(Input input) {
        while (true) {
            Letter before = newest.get();
            Letter letter = new Letter(input, before, before == null ? 1 : before.count() + 1);
            if (newest.compareAndSet(before, letter)) {
                return letter.count();
            }
        }
    }

    boolean isEmpty() {
        return newest.get() == null;
    }

    /** Takes everything out, in the order in which it came. */
    List<Input> takeAll() {
        Letter last = newest.getAndSet(null);
        if (last != null && last.before() == null) {
            return List.of(last.input()); // nearly always
        }
        List<Input> all = new ArrayList<>(last == null ? 0 : last.count());
        for (Letter letter = last; letter != null; letter = letter.before()) {
            all.add(letter.input());
        }
        Collections.reverse(all);
        return all;
    }
}
