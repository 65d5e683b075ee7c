package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.Operation.Kind;
import io.clp.ServiceInterrupted;
import io.clp.internal.decide.Action;
import io.clp.internal.decide.Result;
import io.clp.internal.time.InterruptibleWork;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceException;
import io.clp.time.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an operation: calls the resource, and tells how it came back. Once it is given up, its context refuses every further
 * act.
 */
final class Attempt extends InterruptibleWork implements Callable<@Nullable Void> {
    final GroupRunner runner;
    final long deadline;
    private final Action.Run run;
    /** Whether this is not the run but the probe after it. */
    private final boolean probes;

    private @Nullable Attempt probe;
    private volatile @Nullable List<String> log;
    private volatile @Nullable List<ServiceInterrupted> interruptions;
    private @Nullable Task<?> task;
    private volatile boolean abandoned;

    Attempt(GroupRunner runner, Action.Run run) {
        this.runner = runner;
        this.run = run;
        this.deadline = run.deadline();
        this.probes = false;
    }

    /** Makes the probe that follows an attempt, ahead of the turn that will ask for it. */
    private Attempt(Attempt before) {
        this.runner = before.runner;
        this.run = before.run;
        this.deadline = runner.node.timeline.nanos() + runner.shape.deadlineNanos(before.index(), Kind.PROBE);
        this.probes = true;
    }

    int index() {
        return run.resource();
    }

    Kind kind() {
        return probes ? Kind.PROBE : run.kind();
    }

    int token() {
        return probes ? run.probeToken() : run.token();
    }

    Resource resource() {
        return runner.shape.resource(index());
    }

    /** Returns how long it was given. */
    long deadlineNanos() {
        return runner.shape.deadlineNanos(index(), kind());
    }

    String name() {
        return runner.group.id() + "/" + resource().id() + " " + kind();
    }

    synchronized void runsAs(Task<?> newTask) {
        task = newTask;
    }

    /** Gives the attempt up: no further act, and an interrupt. */
    void giveUp() {
        abandoned = true;
        Task<?> as;
        synchronized (this) {
            as = task;
        }
        if (as == null) {
            interrupt();
        } else {
            as.interrupt();
            withdraw();
        }
    }

    boolean abandoned() {
        return abandoned;
    }

    /** Returns the probe that may begin now that this came back, though it has not been asked for yet; null where there is none. */
    @Nullable
    Attempt probeAhead() {
        if (run.probed() && !probes && !abandoned) {
            probe = new Attempt(this);
        }
        return probe;
    }

    /** Returns the probe that began ahead; for turns that have heard that this came back. */
    @Nullable
    Attempt probe() {
        return probe;
    }

    @Override
    public @Nullable Void call() {
        run();
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
        Resource resource = resource();
        try {
            switch (kind()) {
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
                case ONLINE_BLOCKED ->
                    resource.onlineBlocked(
                            made, runner.shape.resource(run.failedDependency()).id());
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
                        kind() + " of " + resource().id() + " threw " + thrown,
                        ClpException.Facts.of(kind() + " of " + resource().id()),
                        ResourceException.Retry.MAY_HELP,
                        thrown);
        return error.locate(runner.node.id(), runner.group.id(), resource().id());
    }

    synchronized void logged(String line) {
        List<String> lines = log == null ? new ArrayList<>() : new ArrayList<>(log);
        lines.add(line);
        log = Collections.unmodifiableList(lines);
    }

    synchronized void interrupted(ServiceInterrupted interruption) {
        List<ServiceInterrupted> all = interruptions == null ? new ArrayList<>() : new ArrayList<>(interruptions);
        all.add(interruption);
        interruptions = Collections.unmodifiableList(all);
    }

    List<String> log() {
        List<String> lines = log;
        return lines == null ? List.of() : lines;
    }

    List<ServiceInterrupted> interruptions() {
        List<ServiceInterrupted> all = interruptions;
        return all == null ? List.of() : all;
    }
}
