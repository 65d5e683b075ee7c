package io.clp.config;

import io.clp.ClpException;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be read as one. Tells all its problems at once, each with its place; nothing was built. */
public final class ConfigurationException extends ClpException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line where in the file, from 1; 0 where it is the file as a whole
     * @param column where in the line, in characters, from 1; 0 where it is the file as a whole
     * @param path the element, "group[web]/start"; empty where it is none
     * @param why what is wrong, and what would be right; holds no password
     */
    public record Problem(int line, int column, String path, String why) {
        @Override
        public String toString() {
            return (line > 0 ? line + ":" + column + ": " : "") + (path.isEmpty() ? "" : path + ": ") + why;
        }
    }

    /**
     * Makes the exception.
     *
     * @param file what was being read
     * @param problems at least one
     */
    public ConfigurationException(String file, List<Problem> problems) {
        super(message(file, problems), Facts.of("read " + file).advice("correct the places named"), null);
        this.problems = List.copyOf(problems);
    }

    /** {@return every problem, in the order of the file} */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String file, List<Problem> problems) {
        String more = problems.size() > SHOWN ? "; and " + (problems.size() - SHOWN) + " more" : "";
        return problems.stream()
                .limit(SHOWN)
                .map(Problem::toString)
                .collect(Collectors.joining("; ", file + ": ", more));
    }
}
