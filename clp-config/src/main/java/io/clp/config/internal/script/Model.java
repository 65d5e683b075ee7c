package io.clp.config.internal.script;

import io.clp.script.BatchScript;
import io.clp.script.OpaqueLine;
import io.clp.script.ScriptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A script as it was read, its percent signs untouched. Immutable. */
public final class Model {
    private final String file;
    private final List<String> lines;
    private final Labels labels;
    private final List<Part> parts;
    private final List<@Nullable Part> fixed;
    private final List<OpaqueLine> opaque;

    /**
     * One command of the outermost level.
     *
     * @param node what it is
     * @param first its first line, from 1
     * @param last its last line
     */
    public record Part(Node node, int first, int last) {}

    private Model(String file, List<String> lines, List<Part> parts) {
        this.file = file;
        this.lines = lines;
        this.labels = Labels.of(lines);
        this.parts = List.copyOf(parts);
        this.fixed = fixed(lines, parts);
        this.opaque = Opaques.of(this);
    }

    /**
     * Reads a script.
     *
     * @param file its name
     * @param text its text
     * @return the script
     * @throws ScriptException it is too large
     */
    public static Model of(String file, String text) {
        if (text.length() > BatchScript.MAX_CHARACTERS) {
            throw new ScriptException(file, 1, "more than " + BatchScript.MAX_CHARACTERS + " characters");
        }
        List<String> lines = List.copyOf(split(file, text));
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < lines.size(); ) {
            Part part = part(file, lines, at);
            parts.add(part);
            at = part.last();
        }
        return new Model(file, lines, parts);
    }

    private static List<String> split(String file, String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            lines.add(text.substring(from, to).replace("\r", ""));
            if (lines.size() > BatchScript.MAX_LINES) {
                throw new ScriptException(file, lines.size(), "more than " + BatchScript.MAX_LINES + " lines");
            }
            if (to - from > BatchScript.MAX_LINE) {
                throw new ScriptException(file, lines.size(), "more than " + BatchScript.MAX_LINE + " characters");
            }
            from = to + 1;
        }
        return lines;
    }

    private static Part part(String file, List<String> lines, int at) {
        Unexpanded source = new Unexpanded(file, lines, at);
        try {
            Node node = Parser.next(source);
            return new Part(node, at + 1, source.line());
        } catch (SyntaxFault e) {
            return new Part(new Node.Unread(at + 1, e.text()), at + 1, at + 1);
        }
    }

    /** What need not be read again when it runs: nothing in it is replaced. */
    private static List<@Nullable Part> fixed(List<String> lines, List<Part> parts) {
        List<@Nullable Part> fixed = new ArrayList<>(Collections.nCopies(lines.size(), null));
        for (Part part : parts) {
            boolean replaced =
                    lines.subList(part.first() - 1, part.last()).stream().anyMatch(it -> it.indexOf('%') >= 0);
            if (!replaced && !(part.node() instanceof Node.Unread)) {
                fixed.set(part.first() - 1, part);
            }
        }
        return fixed;
    }

    /** {@return the file's name} */
    public String file() {
        return file;
    }

    /** {@return the lines} */
    public List<String> lines() {
        return lines;
    }

    /** {@return the labels} */
    public Labels labels() {
        return labels;
    }

    /** {@return the commands of the outermost level} */
    public List<Part> parts() {
        return parts;
    }

    /** {@return what is not understood} */
    public List<OpaqueLine> opaque() {
        return opaque;
    }

    /** What stands at a line (from 0), where that is the same at every run. */
    Optional<Part> fixed(int at) {
        return Optional.ofNullable(fixed.get(at));
    }

    /** The lines as they are written. */
    private static final class Unexpanded implements LineSource {
        private final String file;
        private final List<String> lines;
        private int at;

        Unexpanded(String file, List<String> lines, int at) {
            this.file = file;
            this.lines = lines;
            this.at = at;
        }

        @Override
        public @Nullable String next() {
            return at < lines.size() ? PercentSigns.kept(lines.get(at++)) : null;
        }

        @Override
        public int line() {
            return at;
        }

        @Override
        public String file() {
            return file;
        }
    }
}
