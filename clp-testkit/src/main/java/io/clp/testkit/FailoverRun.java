package io.clp.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One run of a {@link FailoverTest}: its machines, and what a failure is told with. Used by one test's thread. */
final class FailoverRun {
    private final List<String> nodes;
    private final long seed;
    private final List<FakeMachines> built = new ArrayList<>();
    private @Nullable FakeMachines machines;
    private boolean building;
    private boolean explained;

    FailoverRun(List<String> nodes, long seed) {
        this.nodes = nodes;
        this.seed = seed;
    }

    /** Returns the machines, the same at each call. */
    FakeMachines machines() {
        if (building) {
            throw mixed();
        }
        if (machines == null) {
            machines = newBuilder().build();
        }
        return machines;
    }

    /** Returns a builder for machines of the test's own making. */
    FakeMachines.Builder builder() {
        if (machines != null) {
            throw mixed();
        }
        building = true;
        return newBuilder();
    }

    private FakeMachines.Builder newBuilder() {
        FakeMachines.Builder builder =
                FakeMachines.builder().nodes(nodes.toArray(String[]::new)).seed(seed);
        return new RunBuilder(builder, built::add);
    }

    private static IllegalStateException mixed() {
        return new IllegalStateException(
                "a test takes either FakeMachines.Builder, or FakeMachines and FakePlatform, which are built already");
    }

    /** Adds to a failure what it takes to run it again; once. */
    Throwable explained(Throwable thrown) {
        if (!explained && !(thrown instanceof TestAbortedException)) {
            explained = true;
            String replay = "seed " + seed + "; to run it again: @FailoverTest(nodes = " + literal() + ", seed = "
                    + seed + (seed == (int) seed ? "" : "L") + ")";
            thrown.addSuppressed(new FailedRun(thrown instanceof InvariantViolation ? replay : replay + trace()));
        }
        return thrown;
    }

    private String literal() {
        return "{\"" + String.join("\", \"", nodes) + "\"}";
    }

    private String trace() {
        StringBuilder trace = new StringBuilder("\nwhat had happened:\n");
        built.forEach(it -> trace.append(it.trace()));
        return trace.toString();
    }

    /** Closes all machines, each though another one's close fails; the first failure is thrown. */
    void close() {
        Throwable first = null;
        for (FakeMachines each : built) {
            try {
                each.close();
            } catch (RuntimeException | Error e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            explained(first);
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** How to run a failed run again, and what happened in it: it is printed with the failure, and nothing else is. */
    private static final class FailedRun extends Exception {
        private static final long serialVersionUID = 1L;

        FailedRun(String message) {
            super(message, null, false, false);
        }
    }
}
