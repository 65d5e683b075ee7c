package io.clp.windows.lab;

import io.clp.windows.internal.win32.Natives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records the outcome of every test as it happens, and the native calls at the end, in the folder that the system property
 * clp.windows.results names; without it, nothing. JUnit's own XML does not tell a test that aborted from one that was disabled,
 * and is only written by a run that comes to its end.
 */
public final class LabListener implements TestExecutionListener {
    static final String OUTCOMES = "outcomes.tsv";
    static final String CALLS = "calls.txt";

    private final Path folder;

    /** For the service loader. */
    public LabListener() {
        this(System.getProperty("clp.windows.results"));
    }

    LabListener(String folder) {
        this.folder = folder == null ? null : Path.of(folder);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            record(Outcome.Kind.STARTED, test, "");
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(Outcome.Kind.ABORTED, test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String reason = result.getThrowable().map(Throwable::toString).orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    record(Outcome.Kind.PASSED, test, reason);
                }
            }
            // A class may fail or abort before its first test.
            case FAILED -> record(Outcome.Kind.FAILED, test, reason);
            case ABORTED -> record(Outcome.Kind.ABORTED, test, reason);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (folder != null) {
            write(CALLS, List.copyOf(Natives.called()));
        }
    }

    private void record(Outcome.Kind kind, TestIdentifier test, String reason) {
        if (folder != null) {
            write(OUTCOMES, List.of(new Outcome(kind, name(test), Objects.requireNonNullElse(reason, "")).line()));
        }
    }

    private synchronized void write(String file, List<String> lines) {
        try {
            Files.write(folder.resolve(file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Class, method and what is below it; an invocation is named, because its number says nothing. */
    private static String name(TestIdentifier test) {
        List<UniqueId.Segment> segments = test.getUniqueIdObject().getSegments();
        return segments.stream()
                .skip(1)
                .map(segment -> segment.getValue().startsWith("#") ? test.getDisplayName() : segment.getValue())
                .collect(Collectors.joining("/"));
    }
}
