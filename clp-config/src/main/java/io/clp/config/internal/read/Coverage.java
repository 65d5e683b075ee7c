package io.clp.config.internal.read;

import io.clp.config.ReadReport;
import io.clp.config.ReadReport.Entry;
import io.clp.config.ReadReport.Fate;
import io.clp.config.internal.read.Notes.Note;
import io.clp.config.internal.xml.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Makes the report of the notes, and an entry of its own for whatever nobody noted, so that nothing is dropped in silence. */
final class Coverage {
    private static final Set<String> READ_THROUGH =
            Set.of("parameters", "agentparam", "act", "deact", "polling", "emergency", "threshold", "relation");

    private final Notes notes;
    private final List<Entry> entries = new ArrayList<>();

    private Coverage(Notes notes) {
        this.notes = notes;
    }

    static ReadReport report(Element root, Notes notes) {
        Coverage coverage = new Coverage(notes);
        root.children().forEach(it -> coverage.walk(it, false));
        coverage.entries.sort(Comparator.comparingInt(Entry::line).thenComparingInt(Entry::column));
        return new ReadReport(coverage.entries);
    }

    private void walk(Element element, boolean covered) {
        Note note = notes.of(element);
        boolean done = covered;
        if (element.secret()) {
            add(element, "", Fate.LEFT_OUT, "a password is here; it was not read");
            return;
        }
        if (note != null && !covered) {
            add(element, "", note.fate(), note.what());
            done = note.coversAll();
        } else if (!covered && isEmpty(element)) {
            add(element, "", Fate.KEPT, "empty: the default");
        } else if (!covered && !isRead(element) && !anyNoted(element)) {
            add(element, "", Fate.LEFT_OUT, Reasons.of(element));
            done = true;
        }
        for (String attribute : element.attributes().keySet()) {
            if (!done && !attribute.equals("name") && !attribute.equals("id")) {
                add(element, "/@" + attribute, Fate.LEFT_OUT, "an attribute that this library does not know");
            }
        }
        for (Element child : element.children()) {
            walk(child, done);
        }
    }

    private static boolean isEmpty(Element element) {
        return element.text().isEmpty()
                && element.children().isEmpty()
                && element.attributes().isEmpty();
    }

    /** Whether it is one of those that only hold others, each of which is told of. */
    private static boolean isRead(Element element) {
        return READ_THROUGH.contains(element.name()) && !element.children().isEmpty();
    }

    private boolean anyNoted(Element element) {
        return element.children().stream().anyMatch(it -> notes.of(it) != null || anyNoted(it));
    }

    private void add(Element at, String suffix, Fate fate, String what) {
        entries.add(new Entry(at.path() + suffix, at.place().line(), at.place().column(), fate, what));
    }
}
