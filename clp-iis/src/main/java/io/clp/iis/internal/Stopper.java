package io.clp.iis.internal;

import io.clp.platform.ServiceState;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ServiceHandle;
import io.clp.resource.ServiceTimeoutException;
import io.clp.time.Task;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Stops services for one attempt: in their own way, then through the Service Control Manager, then by force if that was chosen. */
final class Stopper {
    private static final Duration LET_GO = Duration.ofMillis(200);

    private final ResourceContext context;
    private final Dependents dependents;
    private final boolean force;
    private int left;

    /** What is tried before the Service Control Manager is asked. */
    @FunctionalInterface
    interface Way {
        void run() throws InterruptedException;
    }

    /**
     * Makes a stopper.
     *
     * @param context the attempt
     * @param dependents what stops with the services
     * @param force whether the process of a service that does not stop in time is terminated
     * @param services how many services may have to be stopped: with force they share the time
     */
    Stopper(ResourceContext context, Dependents dependents, boolean force, int services) {
        this.context = context;
        this.dependents = dependents;
        this.force = force;
        left = services;
    }

    static boolean isStopped(ServiceState state) {
        return state == ServiceState.STOPPED || state == ServiceState.NOT_INSTALLED;
    }

    void stop(String service, String line, Way way) throws InterruptedException {
        dependents.stopped(dependents.runningOn(service));
        try {
            if (force) {
                inTimeOrByForce(service, () -> orderly(service, way));
            } else {
                orderly(service, way);
            }
        } catch (ServiceTimeoutException e) {
            throw explained(e, line);
        }
    }

    private void orderly(String service, Way way) throws InterruptedException {
        way.run();
        ServiceHandle handle = context.service(service);
        if (!isStopped(handle.state())) {
            dependents.stopped(handle.stop());
        }
    }

    private void inTimeOrByForce(String service, Way orderly) throws InterruptedException {
        Duration limit = TimeLeft.leavingRoomFor(1, context).dividedBy(Math.max(left, 1));
        left--;
        Task<Boolean> stop = context.timeline().fork("stop " + service, () -> {
            orderly.run();
            return true;
        });
        try {
            if (!endedIn(stop, limit)) {
                stop.interrupt();
                endedIn(stop, LET_GO);
            }
        } catch (InterruptedException e) {
            stop.interrupt();
            throw e;
        }
        ServiceHandle handle = context.service(service);
        if (!isStopped(handle.state())) {
            long process = context.platform().services().query(service).processId();
            context.log("service " + service + " (process " + process + ") did not stop in " + limit
                    + ": its process is terminated, as forceStop says");
            handle.terminate();
        }
    }

    /** Waits for an orderly stop and returns whether it came to an end; that the service did not stop in time is such an end. */
    private static boolean endedIn(Task<Boolean> stop, Duration limit) throws InterruptedException {
        try {
            return stop.join(limit);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ServiceTimeoutException || cause instanceof InterruptedException) {
                return true;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw ResourceException.permanent("stopping failed: " + cause, e);
        }
    }

    private ServiceTimeoutException explained(ServiceTimeoutException hang, String line) {
        String advice =
                "find what keeps the service from stopping (a web application blocks W3SVC), end its worker process, "
                        + "and stop again; "
                        + (force
                                ? "forceStop was set and did not help"
                                : "IisResource.Builder.forceStop(true) terminates the service's process in the end");
        ServiceTimeoutException told = new ServiceTimeoutException(
                hang.service(),
                "stopped",
                hang.waited(),
                hang.processId().orElse(0),
                Stream.concat(Stream.of(line), hang.tried().stream()).distinct().toList(),
                advice);
        told.addSuppressed(hang);
        return told;
    }
}
