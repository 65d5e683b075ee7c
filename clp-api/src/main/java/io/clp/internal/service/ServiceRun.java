package io.clp.internal.service;

import io.clp.internal.definition.Names;
import io.clp.internal.service.ServiceStep.Act;
import io.clp.internal.service.ServiceStep.Done;
import io.clp.internal.service.ServiceStep.Fail;
import io.clp.internal.service.ServiceStep.RetryAfter;
import io.clp.internal.service.ServiceStep.StopDependents;
import io.clp.internal.service.ServiceStep.Wait;
import io.clp.platform.ActResult;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStatus;
import io.clp.resource.ServiceTimeoutException;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One start, stop or termination: does what {@link ServiceRules} say until they are content or the limit passes. Used once. */
final class ServiceRun {
    /** What keeps a platform whose waits return early from being asked without a pause. */
    private static final Duration EARLY_RETURN_PAUSE = Duration.ofMillis(100);

    private final String main;
    private final ServiceControl control;
    private final WaitLimit limit;
    private final long begun;
    private final Tried tried = new Tried();
    private final List<String> stoppedDependents = new ArrayList<>();
    private final Set<String> underWay = new HashSet<>();

    ServiceRun(String main, ServiceControl control, WaitLimit limit) {
        this.main = main;
        this.control = control;
        this.limit = limit;
        this.begun = limit.timeline().nanos();
    }

    /** Runs to the end and returns the dependents that were stopped, in order. */
    List<String> run(ServiceGoal goal) throws InterruptedException {
        run(goal, main);
        return List.copyOf(stoppedDependents);
    }

    /** Returns whether it became so by an act of this run. */
    private boolean run(ServiceGoal goal, String service) throws InterruptedException {
        underWay.add(Names.fold(service));
        boolean told = false;
        int rounds = 0;
        ServicePast past = ServicePast.none();
        ServiceStatus seen = control.query(service);
        while (true) {
            ServiceStep step = ServiceRules.next(goal, service, seen, past);
            if (step instanceof Done) {
                underWay.remove(Names.fold(service));
                return told;
            } else if (step instanceof Fail failure) {
                throw failure.error();
            }
            requireTime(goal, service, seen);
            if (step instanceof Act) {
                ActResult result = act(goal, service, seen);
                past = past.acted(seen, result);
                told |= past.answer() == Answer.ACCEPTED || past.answer() == Answer.TIMED_OUT;
                seen = control.query(service);
                past = past.observed(seen, Duration.ZERO);
            } else if (step instanceof Wait wait) {
                long before = timeline().nanos();
                ServiceStatus now = await(service, seen, wait.most());
                Duration waited = since(before);
                tried.waited(whose(service), seen, now, waited);
                seen = now;
                past = past.observed(seen, waited);
            } else if (step instanceof RetryAfter retry) {
                seen = await(service, seen, retry.pause());
                past = past.rested();
            } else if (step instanceof StopDependents) {
                boolean any = stopDependents(service);
                rounds++;
                // Dependents that somebody starts again, or that are listed but stopped, must not make this spin.
                seen = any && rounds == 1 ? control.query(service) : await(service, seen, ServiceRules.SHORT_PAUSE);
                past = past.rested();
            } else {
                throw new AssertionError(step);
            }
        }
    }

    private ActResult act(ServiceGoal goal, String service, ServiceStatus seen) {
        ActResult result =
                switch (goal) {
                    case START -> control.start(service);
                    case STOP -> control.stop(service);
                    case TERMINATE -> control.terminate(service, seen.processId());
                };
        tried.act(whose(service), goal, result);
        return result;
    }

    private boolean stopDependents(String service) throws InterruptedException {
        boolean any = false;
        for (String dependent : control.runningDependents(service)) {
            if (!underWay.contains(Names.fold(dependent)) && run(ServiceGoal.STOP, dependent)) {
                any = true;
                if (!stoppedDependents.contains(dependent)) {
                    stoppedDependents.add(dependent);
                }
            }
        }
        return any;
    }

    private ServiceStatus await(String service, ServiceStatus seen, Duration most) throws InterruptedException {
        long before = timeline().nanos();
        Duration allowed = shorter(most, limit.left());
        ServiceStatus now = control.awaitChange(service, seen, allowed);
        Duration rest = allowed.minus(since(before));
        if (now.equals(seen) && !rest.isNegative() && !rest.isZero()) {
            timeline().sleep(shorter(rest, EARLY_RETURN_PAUSE));
            now = control.query(service);
        }
        return now;
    }

    private void requireTime(ServiceGoal goal, String service, ServiceStatus seen) {
        if (limit.left().isZero()) {
            throw new ServiceTimeoutException(
                    service, goal.awaited(), since(begun), seen.processId(), tried.lines(), goal.advice());
        }
    }

    private String whose(String service) {
        return service.equals(main) ? "" : "dependent " + service + ": ";
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(timeline().nanos() - nanos);
    }

    private Timeline timeline() {
        return limit.timeline();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
