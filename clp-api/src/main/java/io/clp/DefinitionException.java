package io.clp;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot work. Tells all its problems at once; nothing was built. */
public final class DefinitionException extends ClpException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong with a definition.
     *
     * @param field what it was said of, as the builder's method or the resource names it
     * @param value what was said
     * @param why what is wrong with it, and what would be right
     */
    public record Problem(String field, String value, String why) {
        @Override
        public String toString() {
            return field + " \"" + value + "\": " + why;
        }
    }

    /**
     * Makes the exception.
     *
     * @param what what was being defined
     * @param problems at least one
     */
    public DefinitionException(String what, List<Problem> problems) {
        super(message(what, problems), Facts.of("define " + what).advice("correct the fields named"), null);
        this.problems = List.copyOf(problems);
    }

    /** {@return every problem, in the order in which the definition was written} */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String what, List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; ", what + ": ", ""));
    }
}
