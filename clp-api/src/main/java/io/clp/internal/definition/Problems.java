package io.clp.internal.definition;

import io.clp.DefinitionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a definition, so that all of it is told at once. Not thread-safe. */
public final class Problems {
    private final String what;
    private final List<DefinitionException.Problem> found = new ArrayList<>();

    /**
     * Begins without a problem.
     *
     * @param what what is being defined
     */
    public Problems(String what) {
        this.what = what;
    }

    /** Adds a problem. */
    public void add(String field, @Nullable Object value, String why) {
        found.add(new DefinitionException.Problem(field, String.valueOf(value), why));
    }

    /** Adds a problem where there is one. */
    public void addIf(String field, @Nullable Object value, @Nullable String why) {
        if (why != null) {
            add(field, value, why);
        }
    }

    /** Adds what another check throws. */
    public void addFrom(Runnable check) {
        try {
            check.run();
        } catch (DefinitionException e) {
            found.addAll(e.problems());
        }
    }

    /** Adds a problem where a duration is not positive or longer than allowed. */
    public void duration(String field, Duration value, Duration longest) {
        if (value.isNegative() || value.isZero() || value.compareTo(longest) > 0) {
            add(field, value, "must be positive and at most " + longest);
        }
    }

    /** Adds a problem where a duration is outside a range, ends included. */
    public void durationBetween(String field, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            add(field, value, "must be " + least + " to " + most);
        }
    }

    /** Adds a problem where a duration is longer than another one, which it must not be. */
    public void notAbove(String field, Duration value, String limitField, Duration limit) {
        if (value.compareTo(limit) > 0) {
            add(field, value, "must be such that " + field + " <= " + limitField + ", which is " + limit);
        }
    }

    /** Adds a problem where a number is outside a range, ends included. */
    public void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            add(field, value, "must be " + least + " to " + most);
        }
    }

    /** Returns whether there is any problem. */
    public boolean any() {
        return !found.isEmpty();
    }

    /** Throws all problems at once, where there are any. */
    public void throwIfAny() {
        if (any()) {
            throw new DefinitionException(what, found);
        }
    }
}
