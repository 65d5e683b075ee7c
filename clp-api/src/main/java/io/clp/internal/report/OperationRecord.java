package io.clp.internal.report;

import io.clp.ClpException;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.ResourceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation as it was. Times are nanoseconds from the beginning of the call. */
public final class OperationRecord implements Operation {
    private final ResourceId resource;
    private final Kind kind;
    private final int attempt;
    private final long startedAt;
    private final long endedAt;
    private final Outcome outcome;
    private final @Nullable ClpException error;
    private final List<String> log;

    /** Keeps what is given; the log must not change any more. */
    public OperationRecord(
            ResourceId resource,
            Kind kind,
            int attempt,
            long startedAt,
            long endedAt,
            Outcome outcome,
            @Nullable ClpException error,
            List<String> log) {
        this.resource = resource;
        this.kind = kind;
        this.attempt = attempt;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.outcome = outcome;
        this.error = error;
        this.log = log;
    }

    @Override
    public ResourceId resource() {
        return resource;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Duration startedAt() {
        return Duration.ofNanos(startedAt);
    }

    @Override
    public Duration duration() {
        return Duration.ofNanos(endedAt - startedAt);
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public Optional<ClpException> error() {
        return Optional.ofNullable(error);
    }

    @Override
    public List<String> log() {
        return log;
    }

    long startNanos() {
        return startedAt;
    }

    long endNanos() {
        return endedAt;
    }

    @Override
    public String toString() {
        return kind + " " + resource + (attempt > 1 ? " (attempt " + attempt + ")" : "") + " " + outcome + " at "
                + startedAt() + " for " + duration();
    }
}
