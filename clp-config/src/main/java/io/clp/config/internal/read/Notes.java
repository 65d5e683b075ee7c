package io.clp.config.internal.read;

import io.clp.DefinitionException;
import io.clp.config.ConfigurationException.Problem;
import io.clp.config.ReadReport.Fate;
import io.clp.config.internal.xml.Element;
import io.clp.config.internal.xml.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is found out about the elements while they are read: what became of each, and what is wrong. Not thread-safe. */
final class Notes {
    private final IdentityHashMap<Element, Note> notes = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * What became of an element.
     *
     * @param fate in one word
     * @param what in words
     */
    record Note(Fate fate, String what) {
        /** Whether nothing more is to be said of what it holds. */
        boolean coversAll() {
            return fate == Fate.LEFT_OUT;
        }
    }

    void kept(Element at) {
        kept(at, "");
    }

    void kept(Element at, String what) {
        note(at, Fate.KEPT, what);
    }

    void differs(Element at, String how) {
        note(at, Fate.KEPT_WITH_A_DIFFERENCE, how);
    }

    void leftOut(Element at, String why) {
        note(at, Fate.LEFT_OUT, why);
    }

    private void note(Element at, Fate fate, String what) {
        Note before = notes.get(at);
        if (before == null) {
            notes.put(at, new Note(fate, what));
            return;
        }
        Fate worse = before.fate.compareTo(fate) > 0 ? before.fate : fate;
        String both = before.what.isEmpty() || what.isEmpty() ? before.what + what : before.what + "; " + what;
        notes.put(at, new Note(worse, both));
    }

    @Nullable
    Note of(Element at) {
        return notes.get(at);
    }

    void problem(Element at, String why) {
        problems.add(new Problem(at.place().line(), at.place().column(), at.path(), Secrets.masked(why)));
    }

    void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    /** Adds what a builder of the library says, if anything; returns whether it said nothing. */
    boolean check(Element at, Runnable build) {
        try {
            build.run();
            return true;
        } catch (DefinitionException e) {
            e.problems().forEach(it -> problem(at, it.toString()));
            return false;
        }
    }

    int problemCount() {
        return problems.size();
    }

    List<Problem> problems() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
