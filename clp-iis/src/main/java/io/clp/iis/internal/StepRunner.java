package io.clp.iis.internal;

import io.clp.iis.IisPhase;
import io.clp.iis.IisServices;
import io.clp.iis.IisStep;
import io.clp.iis.IisStep.IisReset.Mode;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ServiceHandle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out the steps of one phase on a node and sees to it that the services end up as the phase wants them. */
public final class StepRunner {
    /** Services that {@code iisreset} takes down with everything on them, whether they are configured or not. */
    private static final List<String> BENEATH_IIS = List.of("WAS", "IISADMIN");

    private final ResourceContext context;
    private final IisServices services;
    private final Dependents dependents;
    private final Interruptions interruptions;
    private final Commands commands;
    private final Stopper stopper;

    /**
     * Makes a runner for one attempt.
     *
     * @param context the attempt
     * @param services the services on the node
     * @param force whether a service that does not stop in time is terminated
     * @param shared whether other groups on the node use IIS too, and are told how long they were without it
     */
    public StepRunner(ResourceContext context, IisServices services, boolean force, boolean shared) {
        this.context = context;
        this.services = services;
        Set<String> configured = new LinkedHashSet<>();
        services.inStartOrder().forEach(it -> configured.add(it.service()));
        dependents = new Dependents(context, configured);
        interruptions = new Interruptions(context, shared);
        commands = new Commands(context, force ? 2 : 1);
        stopper = new Stopper(context, dependents, force, configured.size());
    }

    /** Runs the steps; in {@link IisPhase#OFFLINE} a service that does not stop keeps no other one from being stopped. */
    public void run(IisPhase phase, List<IisStep> steps) throws InterruptedException {
        List<ResourceException> failures = new ArrayList<>();
        for (IisStep step : steps) {
            try {
                run(step);
            } catch (ResourceException e) {
                if (phase != IisPhase.OFFLINE) {
                    throw e;
                }
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            ResourceException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        if (phase == IisPhase.OFFLINE) {
            stopRest(services.inStopOrder(), "stop");
        } else {
            startRest(services.inStartOrder());
            dependents.startAgain();
        }
    }

    private void run(IisStep step) throws InterruptedException {
        context.log(step.line());
        if (step instanceof IisStep.Load load) {
            context.watches().load(load.watchId(), load.service(), load.policy());
            start(load.service());
        } else if (step instanceof IisStep.Kill kill) {
            stop(kill.service(), kill.line(), () -> {
                if (!context.watches().kill(kill.watchId())) {
                    context.log(kill.line() + ": not loaded");
                }
            });
        } else if (step instanceof IisStep.NetStart net) {
            commands.run(net.line(), List.of("net", "start", net.service()));
            start(net.service());
        } else if (step instanceof IisStep.NetStop net) {
            stop(net.service(), net.line(), () -> {
                for (String dependent : dependents.runningOn(net.service())) {
                    dependents.stopped(context.service(dependent).stop());
                }
                commands.run(net.line(), List.of("net", "stop", net.service()));
            });
        } else if (step instanceof IisStep.IisReset reset) {
            reset(reset);
        } else if (step instanceof IisStep.Command own) {
            commands.run(own.line(), own.command());
        } else {
            throw new IllegalStateException("a step of an unknown kind: " + step);
        }
    }

    private void reset(IisStep.IisReset reset) throws InterruptedException {
        List<IisServices.Named> stopOrder =
                services.inStopOrder().stream().filter(services.iis()::contains).toList();
        Optional<ServiceStatus> ftpBefore =
                services.ftp().map(context.platform().services()::query);
        if (reset.mode() != Mode.START) {
            context.log("iisreset terminates what does not stop in time, as was chosen with it");
            BENEATH_IIS.forEach(it -> dependents.stopped(dependents.runningOn(it)));
            stopOrder.forEach(it -> dependents.stopped(dependents.runningOn(it.service())));
            stopOrder.forEach(it -> interruptions.stopping(it.service()));
        }
        commands.run(reset.line(), List.of("iisreset", reset.mode().argument()));
        if (reset.mode() == Mode.STOP) {
            stopRest(stopOrder, reset.line());
            return;
        }
        if (reset.mode() == Mode.RESTART && ftpBefore.isPresent()) {
            stopFtpIfLeftAlone(reset.line(), ftpBefore.get());
        }
        startRest(services.iis());
    }

    /** From 7 on {@code iisreset} may not cover FTP; FTP opens its content only when it starts, so it is restarted too. */
    private void stopFtpIfLeftAlone(String line, ServiceStatus before) throws InterruptedException {
        String ftp = services.ftp().orElseThrow();
        ServiceStatus now = context.platform().services().query(ftp);
        boolean same = now.state() == ServiceState.RUNNING
                && before.state() == ServiceState.RUNNING
                && now.processId() == before.processId();
        if (same) {
            context.log(line + ": left " + ftp + " running, it is restarted through the Service Control Manager");
            stop(ftp, line, () -> {});
        }
    }

    private void stopRest(List<IisServices.Named> all, String line) throws InterruptedException {
        for (IisServices.Named each : all) {
            if (!Stopper.isStopped(context.service(each.service()).state())) {
                stop(each.service(), line, () -> {});
            }
        }
    }

    private void startRest(List<IisServices.Named> all) throws InterruptedException {
        for (IisServices.Named each : all) {
            start(each.service());
        }
    }

    private void stop(String service, String line, Stopper.Way way) throws InterruptedException {
        interruptions.stopping(service);
        stopper.stop(service, line, way);
    }

    private void start(String service) throws InterruptedException {
        ServiceHandle handle = context.service(service);
        if (handle.state() != ServiceState.RUNNING) {
            handle.start();
        }
        interruptions.running(service);
    }
}
