package io.clp.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One run of a {@link FailoverTest}: its machines or its cluster, and what a failure is told with. Used by one test's thread. */
final class FailoverRun {
    private final List<String> nodes;
    private final long seed;
    private final List<Built> built = new ArrayList<>();
    private @Nullable FakeMachines machines;
    private @Nullable FakeCluster cluster;
    private @Nullable Kind kind;
    private boolean explained;

    FailoverRun(List<String> nodes, long seed) {
        this.nodes = nodes;
        this.seed = seed;
    }

    /** What a test takes: one of them. */
    private enum Kind {
        MACHINES,
        MACHINES_BUILDER,
        CLUSTER,
        CLUSTER_BUILDER
    }

    /**
     * What was built.
     *
     * @param close ends it
     * @param trace what happened in it
     */
    private record Built(Runnable close, Supplier<String> trace) {}

    private void take(Kind wanted) {
        if (kind != null && kind != wanted) {
            throw new IllegalStateException(
                    "a test takes one of four: FakeMachines.Builder; FakeMachines and FakePlatform, which are"
                            + " built already; FakeCluster.Builder; FakeCluster and FakeNode, which are built already");
        }
        kind = wanted;
    }

    /** Returns the machines, the same at each call. */
    FakeMachines machines() {
        take(Kind.MACHINES);
        if (machines == null) {
            machines = newBuilder().build();
        }
        return machines;
    }

    /** Returns a builder for machines of the test's own making. */
    FakeMachines.Builder builder() {
        take(Kind.MACHINES_BUILDER);
        return newBuilder();
    }

    /** Returns the cluster, the same at each call. */
    FakeCluster cluster() {
        take(Kind.CLUSTER);
        if (cluster == null) {
            cluster = newClusterBuilder().build();
        }
        return cluster;
    }

    /** Returns a builder for a cluster of the test's own making. */
    FakeCluster.Builder clusterBuilder() {
        take(Kind.CLUSTER_BUILDER);
        return newClusterBuilder();
    }

    private FakeCluster.Builder newClusterBuilder() {
        FakeCluster.Builder builder =
                FakeCluster.builder().nodes(nodes.toArray(String[]::new)).seed(seed);
        return new RunClusterBuilder(builder, it -> built.add(new Built(it::close, it::trace)));
    }

    private FakeMachines.Builder newBuilder() {
        FakeMachines.Builder builder =
                FakeMachines.builder().nodes(nodes.toArray(String[]::new)).seed(seed);
        return new RunBuilder(builder, it -> built.add(new Built(it::close, it::trace)));
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
        built.forEach(it -> trace.append(it.trace().get()));
        return trace.toString();
    }

    /** Closes all that was built, each though another one's close fails; the first failure is thrown. */
    void close() {
        Throwable first = null;
        for (Built each : built) {
            try {
                each.close().run();
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
