package io.clp.rehearse;

import io.clp.rehearse.page.Page;
import io.clp.rehearse.passage.Passage;
import io.clp.rehearse.passage.PassageText;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a rehearsal tells, part by part: the same on a terminal and on a page.
 *
 * @param title of the whole
 * @param parts in order
 */
record Story(String title, List<Part> parts) {
    Story {
        parts = List.copyOf(parts);
    }

    /** A part. */
    sealed interface Part {}

    /**
     * Lines under a heading.
     *
     * @param heading for the page
     * @param lines as they are printed
     */
    record Lines(String heading, List<String> lines) implements Part {
        Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Something that happened to a group.
     *
     * @param passage what
     */
    record Happened(Passage passage) implements Part {}

    void print(Consumer<String> out) {
        boolean first = true;
        for (Part part : parts) {
            if (!first) {
                out.accept("");
            }
            first = false;
            (part instanceof Happened happened ? PassageText.lines(happened.passage()) : ((Lines) part).lines())
                    .forEach(out);
        }
    }

    String page() {
        Page page = new Page(title);
        for (Part part : parts) {
            if (part instanceof Happened happened) {
                page.passage(happened.passage());
            } else if (part instanceof Lines lines) {
                page.lines(lines.heading(), lines.lines());
            }
        }
        return page.build();
    }
}
