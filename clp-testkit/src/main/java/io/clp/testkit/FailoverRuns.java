package io.clp.testkit;

import io.clp.DefinitionException;
import io.clp.NodeId;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The runs of one {@link FailoverTest}: its machines, and with which seeds it runs. */
record FailoverRuns(List<String> nodes, long firstSeed, long count) {
    private static final String SEEDS_PROPERTY = "io.clp.testkit.seeds";

    /** Reads the annotation of the test method; what is wrong with it is told by name. */
    static FailoverRuns of(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        String where = context.getRequiredTestClass().getName() + "#" + method.getName();
        FailoverTest test = AnnotationSupport.findAnnotation(method, FailoverTest.class)
                .orElseThrow(() -> wrong(where, "has no such annotation"));
        if (test.seeds() < 1) {
            throw wrong(where, "seeds is at least 1, not " + test.seeds());
        }
        long count = test.seed() != 0
                ? test.seeds()
                : context.getConfigurationParameter(SEEDS_PROPERTY)
                        .map(it -> number(where, it))
                        .orElse((long) test.seeds());
        return new FailoverRuns(nodes(where, test.nodes()), test.seed() == 0 ? derivedFrom(where) : test.seed(), count);
    }

    /** Returns the seed of a run; never 0, which could not be replayed. */
    long seed(long index) {
        long seed = firstSeed + index;
        return firstSeed < 0 && seed >= 0 ? seed + 1 : seed;
    }

    private static long derivedFrom(String where) {
        // The hash of a string is laid down by its specification.
        return 1L + (where.hashCode() & Integer.MAX_VALUE);
    }

    private static List<String> nodes(String where, String... names) {
        if (names.length == 0) {
            throw wrong(where, "nodes names no node");
        }
        Set<NodeId> seen = new LinkedHashSet<>();
        for (String name : names) {
            try {
                if (!seen.add(NodeId.of(name))) {
                    throw wrong(where, "nodes names " + name + " twice");
                }
            } catch (DefinitionException e) {
                throw new ExtensionConfigurationException(
                        wrong(where, "nodes: " + e.getMessage()).getMessage(), e);
            }
        }
        return List.of(names);
    }

    private static long number(String where, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(SEEDS_PROPERTY + " is a number, not \"" + text + "\"", e);
        }
        throw wrong(where, SEEDS_PROPERTY + " is at least 1, not " + text);
    }

    private static ExtensionConfigurationException wrong(String where, String what) {
        return new ExtensionConfigurationException("@FailoverTest of " + where + ": " + what);
    }
}
