package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of the file, with where they stand. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Notes notes;

    Values(Notes notes) {
        this.notes = notes;
    }

    /**
     * A number of the file, in figures.
     *
     * @param at where
     * @param value which
     */
    record Figure(Element at, int value) {}

    /** Returns the number along a path; empty where there is none, or a problem. */
    Optional<Figure> number(Element in, String path, int least, int most) {
        Optional<Element> found = in.find(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Element at = found.get();
        if (at.text().isEmpty() && at.children().isEmpty() && !at.secret()) {
            notes.kept(at, "empty: the default");
            return Optional.empty();
        }
        if (NUMBER.matcher(at.text()).matches()) {
            int value = Integer.parseInt(at.text());
            if (value >= least && value <= most) {
                return Optional.of(new Figure(at, value));
            }
        }
        notes.problem(at, "\"" + at.text() + "\" must be a number, " + least + " to " + most);
        return Optional.empty();
    }

    /** Returns whether a switch is on, and notes it as kept. */
    boolean flag(Element in, String path, boolean otherwise) {
        Optional<Figure> found = number(in, path, 0, 1);
        found.ifPresent(it -> notes.kept(it.at()));
        return found.map(it -> it.value() == 1).orElse(otherwise);
    }
}
