package io.clp.internal.service;

import io.clp.internal.service.ServiceStep.Act;
import io.clp.internal.service.ServiceStep.Done;
import io.clp.internal.service.ServiceStep.Fail;
import io.clp.internal.service.ServiceStep.RetryAfter;
import io.clp.internal.service.ServiceStep.StopDependents;
import io.clp.internal.service.ServiceStep.Wait;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import java.time.Duration;

/**
 * The rules of the Service Control Manager as a function: what is wanted, the status seen, and what was done, to the next step. The
 * status alone says whether it is done; the answer to an act never does.
 */
final class ServiceRules {
    /** For a service in between. */
    static final Duration SHORT_PAUSE = Duration.ofMillis(250);
    /** For a database that is locked, and a handler that kept everybody waiting. */
    static final Duration LONG_PAUSE = Duration.ofSeconds(1);
    /** How long a service that was told to start may look as it did before. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private ServiceRules() {}

    /** Returns the next step. */
    static ServiceStep next(ServiceGoal goal, String service, ServiceStatus now, ServicePast past) {
        return switch (goal) {
            case START -> start(service, now, past);
            case STOP -> stop(service, now, past);
            case TERMINATE -> terminate(service, now, past);
        };
    }

    private static ServiceStep start(String service, ServiceStatus now, ServicePast past) {
        return switch (now.state()) {
            case RUNNING -> new Done();
            case NOT_INSTALLED ->
                new Fail(ServiceErrors.refused(ServiceGoal.START, service, WindowsErrors.SERVICE_DOES_NOT_EXIST));
            case PAUSED -> new Fail(ServiceErrors.paused(service));
            case START_PENDING, STOP_PENDING, CONTINUE_PENDING, PAUSE_PENDING -> Wait.forChange();
            case STOPPED -> startOfStopped(service, now, past);
        };
    }

    private static ServiceStep startOfStopped(String service, ServiceStatus now, ServicePast past) {
        return switch (past.answer()) {
            case NONE -> new Act();
            case ACCEPTED -> {
                Duration grace = GRACE.minus(past.unmoved());
                boolean lagging = !past.moved() && !grace.isNegative() && !grace.isZero();
                yield lagging ? new Wait(grace) : new Fail(ServiceErrors.ended(service, now.exitCode()));
            }
            case TIMED_OUT -> {
                boolean fellBack = past.timeouts() > 1 && past.moved();
                yield fellBack ? new Fail(ServiceErrors.ended(service, now.exitCode())) : afterTimeout(past);
            }
            case AGAIN, THERE, DEPENDENTS -> new RetryAfter(pause(past));
            case ABSENT, REFUSED -> refused(ServiceGoal.START, service, past);
        };
    }

    private static ServiceStep stop(String service, ServiceStatus now, ServicePast past) {
        return switch (now.state()) {
            case STOPPED, NOT_INSTALLED -> new Done();
            case START_PENDING, STOP_PENDING, CONTINUE_PENDING, PAUSE_PENDING -> Wait.forChange();
            case RUNNING, PAUSED -> stopOfRunning(service, past);
        };
    }

    private static ServiceStep stopOfRunning(String service, ServicePast past) {
        return switch (past.answer()) {
            case NONE -> new Act();
            case ACCEPTED -> past.moved() ? new RetryAfter(SHORT_PAUSE) : Wait.forChange();
            case TIMED_OUT -> past.timeouts() > 1 && past.moved() ? new RetryAfter(LONG_PAUSE) : afterTimeout(past);
            case AGAIN, THERE, ABSENT -> new RetryAfter(pause(past));
            case DEPENDENTS -> new StopDependents();
            case REFUSED -> refused(ServiceGoal.STOP, service, past);
        };
    }

    private static ServiceStep terminate(String service, ServiceStatus now, ServicePast past) {
        return switch (now.state()) {
            case STOPPED, NOT_INSTALLED -> new Done();
            case START_PENDING, STOP_PENDING, CONTINUE_PENDING, PAUSE_PENDING, RUNNING, PAUSED ->
                now.processId() == 0 ? Wait.forChange() : terminateProcess(service, now, past);
        };
    }

    private static ServiceStep terminateProcess(String service, ServiceStatus now, ServicePast past) {
        boolean sameProcess = now.processId() == past.before().processId();
        return switch (past.answer()) {
            case NONE -> new Act();
            case ACCEPTED -> sameProcess ? Wait.forChange() : new RetryAfter(SHORT_PAUSE);
            case AGAIN, THERE, ABSENT, DEPENDENTS, TIMED_OUT -> new RetryAfter(pause(past));
            case REFUSED -> refused(ServiceGoal.TERMINATE, service, past);
        };
    }

    private static ServiceStep afterTimeout(ServicePast past) {
        return past.timeouts() > 1 ? Wait.forChange() : new RetryAfter(LONG_PAUSE);
    }

    private static ServiceStep refused(ServiceGoal goal, String service, ServicePast past) {
        return new Fail(ServiceErrors.refused(goal, service, past.code()));
    }

    private static Duration pause(ServicePast past) {
        return past.code() == WindowsErrors.SERVICE_DATABASE_LOCKED ? LONG_PAUSE : SHORT_PAUSE;
    }
}
