package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.Operation.Kind;
import io.clp.ResourceId;
import io.clp.ServiceInterrupted;
import io.clp.internal.decide.Action;
import io.clp.internal.decide.Result;
import io.clp.internal.time.InterruptibleWork;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceException;
import io.clp.time.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an operation: calls the resource, and tells how it came back. Once it is given up, its context refuses every further
 * act.
 */
final class Attempt extends InterruptibleWork implements Callable<@Nullable Void> {
    final GroupRunner runner;
    final int index;
    final Kind kind;
    final int token;
    final long deadline;
    final long deadlineNanos;
    private final Resource resource;
    private final @Nullable ResourceId failedDependency;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final Object lock = new Object();
    private @Nullable List<String> log;
    private @Nullable List<ServiceInterrupted> interruptions;
    private @Nullable Task<?> task;
    private volatile boolean abandoned;

    Attempt(GroupRunner runner, Action.Run run, long deadlineNanos) {
        this.runner = runner;
        this.index = run.resource();
        this.kind = run.kind();
        this.token = run.token();
        this.deadline = run.deadline();
        this.deadlineNanos = deadlineNanos;
        this.resource = runner.shape.resource(index);
        this.failedDependency = run.failedDependency() < 0
                ? null
                : runner.shape.resource(run.failedDependency()).id();
    }

    String name() {
        return runner.group.id() + "/" + resource.id() + " " + kind;
    }

    void runsAs(Task<?> newTask) {
        synchronized (lock) {
            task = newTask;
        }
    }

    /** Gives the attempt up: no further act, and an interrupt. */
    void giveUp() {
        abandoned = true;
        Task<?> as;
        synchronized (lock) {
            as = task;
        }
        if (as == null) {
            interrupt();
        } else {
            as.interrupt();
            if (claimed.compareAndSet(false, true)) {
                neverBegins();
            }
        }
    }

    boolean abandoned() {
        return abandoned;
    }

    @Override
    public @Nullable Void call() {
        if (claimed.compareAndSet(false, true)) {
            body();
        }
        return null;
    }

    @Override
    protected void body() {
        Result result;
        Attempt outer = Inside.enter(this);
        try {
            result = perform();
        } finally {
            Inside.leave(outer);
        }
        runner.cameBack(this, result, true);
    }

    @Override
    protected void neverBegins() {
        runner.cameBack(
                this,
                new Result.NotBegun(
                        ResourceException.temporary("no thread took up " + name() + " before its deadline")),
                false);
    }

    private Result perform() {
        AttemptContext made = new AttemptContext(this);
        try {
            switch (kind) {
                case PROBE -> {
                    Probe probe = resource.probe(made);
                    return probe == null
                            ? new Result.Threw(
                                    ResourceException.permanent("probe of " + resource.id() + " returned null"))
                            : new Result.Probed(probe);
                }
                case ONLINE -> resource.online(made);
                case OFFLINE -> resource.offline(made);
                case RELEASED -> resource.released(made);
                case RECOVERED -> resource.recovered(made);
                case ONLINE_BLOCKED -> resource.onlineBlocked(made, java.util.Objects.requireNonNull(failedDependency));
            }
            return Result.returned();
        } catch (
                Throwable thrown) { // whatever a resource throws fails its operation and is reported, an Error included
            return new Result.Threw(asOurs(thrown));
        }
    }

    private ClpException asOurs(Throwable thrown) {
        ClpException error = thrown instanceof ClpException ours
                ? ours
                : new ResourceException(
                        kind + " of " + resource.id() + " threw " + thrown,
                        ClpException.Facts.of(kind + " of " + resource.id()),
                        ResourceException.Retry.MAY_HELP,
                        thrown);
        return error.locate(runner.node.id(), runner.group.id(), resource.id());
    }

    void logged(String line) {
        synchronized (lock) {
            if (log == null) {
                log = new ArrayList<>();
            }
            log.add(line);
        }
    }

    void interrupted(ServiceInterrupted interruption) {
        synchronized (lock) {
            if (interruptions == null) {
                interruptions = new ArrayList<>();
            }
            interruptions.add(interruption);
        }
    }

    List<String> log() {
        synchronized (lock) {
            return log == null ? List.of() : List.copyOf(log);
        }
    }

    List<ServiceInterrupted> interruptions() {
        synchronized (lock) {
            return interruptions == null ? List.of() : List.copyOf(interruptions);
        }
    }
}
