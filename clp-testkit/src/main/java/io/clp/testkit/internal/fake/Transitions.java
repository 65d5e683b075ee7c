package io.clp.testkit.internal.fake;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.WindowsErrors;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How services come from one state to the next. Under the world's lock throughout. */
final class Transitions {
    private static final Duration PROGRESS = Duration.ofSeconds(1);
    private static final int WAIT_HINT_MILLIS = 2_000;
    private static final int PROCESS_IDS_FROM = 1_000;
    private static final int PROCESS_IDS_STEP = 4;

    /** The failures that StartService answers itself; others show when the service has tried. */
    private static final Set<Integer> AT_ONCE = Set.of(
            WindowsErrors.ACCESS_DENIED,
            WindowsErrors.SERVICE_DISABLED,
            WindowsErrors.SERVICE_DOES_NOT_EXIST,
            WindowsErrors.SERVICE_LOGON_FAILED,
            WindowsErrors.SERVICE_MARKED_FOR_DELETE);

    private static final Set<Integer> ASK_AGAIN = Set.of(
            WindowsErrors.DEPENDENT_SERVICES_RUNNING,
            WindowsErrors.SERVICE_DATABASE_LOCKED,
            WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL);

    private final Machine machine;
    private final World world;
    private final Scm scm;
    private long starts;
    private long processes;

    Transitions(Machine machine, Scm scm) {
        this.machine = machine;
        world = machine.world;
        this.scm = scm;
    }

    ActResult start(Service service) {
        Integer refusal = service.refusals.poll();
        if (refusal != null) {
            return refused(refusal);
        }
        if (!service.stopped()) {
            return ActResult.of(ActResult.Kind.ALREADY, WindowsErrors.SERVICE_ALREADY_RUNNING);
        }
        if (service.startType == ServiceStartType.DISABLED) {
            return refused(WindowsErrors.SERVICE_DISABLED);
        }
        if (AT_ONCE.contains(service.startFailure)) {
            return refused(service.startFailure);
        }
        service.runsUnseen = false;
        service.askedFor = new LinkedHashSet<>();
        service.processId = processId(service);
        service.exitCode = 0;
        enter(service, ServiceState.START_PENDING, "");
        goOn(service);
        return service.stopped() ? refused(service.exitCode) : ActResult.done();
    }

    ActResult stop(Service service) {
        Integer refusal = service.refusals.poll();
        if (refusal != null) {
            return refused(refusal);
        }
        if (service.stopped()) {
            return ActResult.of(ActResult.Kind.ALREADY, WindowsErrors.SERVICE_NOT_ACTIVE);
        }
        if (service.state.pending()) {
            return refused(WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL);
        }
        if (!scm.dependentsOf(service).isEmpty()) {
            return refused(WindowsErrors.DEPENDENT_SERVICES_RUNNING);
        }
        enter(service, ServiceState.STOP_PENDING, "");
        if (service.hangsOnStop) {
            service.hangs = true;
        } else {
            Latency usual = world.setup.latencies.serviceStopOf(service.name);
            progress(service, time(service.stopTakes, usual), () -> stoppedAsAsked(service));
        }
        return ActResult.done();
    }

    /** Lets what hangs go on to its end. */
    void release(Service service) {
        if (service.hangs && service.state == ServiceState.START_PENDING) {
            started(service);
        } else if (service.hangs) {
            stoppedAsAsked(service);
        } else if (service.runsUnseen) {
            endUnseen(service, "");
        }
    }

    /** Ends what runs of a service that says it has stopped. */
    void endUnseen(Service service, String how) {
        service.runsUnseen = false;
        world.journal.happened(machine.node, service.subject(), how + "the process that ran on has ended");
        world.touch();
    }

    private void stoppedAsAsked(Service service) {
        service.runsUnseen = service.liesOnStop;
        service.liesOnStop = false;
        stopped(service, 0, service.runsUnseen ? "but it runs on" : "");
    }

    void pause(Service service, boolean pause) {
        ServiceState from = pause ? ServiceState.RUNNING : ServiceState.PAUSED;
        if (service.state == from) {
            enter(service, pause ? ServiceState.PAUSED : ServiceState.RUNNING, "");
        }
    }

    void stopped(Service service, int exitCode, String how) {
        service.processId = 0;
        service.exitCode = exitCode;
        service.askedFor = null;
        enter(service, ServiceState.STOPPED, how + (exitCode == 0 ? "" : " (" + WindowsErrors.nameOf(exitCode) + ")"));
        tellDependents(service);
    }

    void powerOff(Service service) {
        service.transition++;
        service.state = ServiceState.STOPPED;
        service.processId = 0;
        service.exitCode = WindowsErrors.SERVICE_NEVER_STARTED;
        service.checkpoint = 0;
        service.waitHintMillis = 0;
        service.askedFor = null;
        service.hangs = false;
        service.runsUnseen = false;
        scm.wakeWatchers(service);
    }

    /** Starts what a start waits for, one after the other, and then the service itself. */
    private void goOn(Service service) {
        Set<Service> asked = service.askedFor;
        if (asked == null) {
            return;
        }
        for (Service dependency : service.dependencies) {
            if (dependency.state == ServiceState.RUNNING || dependency.state == ServiceState.PAUSED) {
                continue;
            }
            if (dependency.stopped()) {
                boolean startable = asked.add(dependency) && start(dependency).holds();
                if (!startable && service.askedFor != null) {
                    stopped(service, WindowsErrors.SERVICE_DEPENDENCY_FAIL, dependency.name + " did not start");
                }
            }
            return;
        }
        service.askedFor = null;
        run(service);
    }

    private void run(Service service) {
        service.startNumber = ++starts;
        if (service.hangsOnStart) {
            service.hangs = true;
            return;
        }
        Latency usual = world.setup.latencies.serviceStartOf(service.name);
        progress(service, time(service.startTakes, usual), () -> started(service));
    }

    private void started(Service service) {
        if (service.startFailure != 0) {
            stopped(service, service.startFailure, "start failed");
            return;
        }
        enter(service, ServiceState.RUNNING, "");
        tellDependents(service);
    }

    private void tellDependents(Service service) {
        scm.all().stream()
                .filter(it -> it.askedFor != null && it.dependencies.contains(service))
                .forEach(this::goOn);
    }

    /** Lets a transition take its time, with a sign of life every second. */
    private void progress(Service service, Duration left, Runnable end) {
        long transition = service.transition;
        boolean last = left.compareTo(PROGRESS) <= 0;
        machine.after(last ? left : PROGRESS, () -> {
            if (service.transition != transition) {
                return;
            }
            if (last) {
                end.run();
                return;
            }
            service.checkpoint++;
            scm.wakeWatchers(service);
            progress(service, left.minus(PROGRESS), end);
        });
    }

    private void enter(Service service, ServiceState state, String how) {
        service.transition++;
        service.hangs = false;
        service.state = state;
        service.checkpoint = 0;
        service.waitHintMillis = state.pending() ? WAIT_HINT_MILLIS : 0;
        world.journal.happened(machine.node, service.subject(), how.isEmpty() ? state.name() : state + ", " + how);
        world.touch();
        scm.wakeWatchers(service);
    }

    private long processId(Service service) {
        return scm.all().stream()
                .filter(it -> it.processOwner == service.processOwner && it.processId != 0)
                .findFirst()
                .map(it -> it.processId)
                .orElseGet(() -> PROCESS_IDS_FROM + PROCESS_IDS_STEP * ++processes);
    }

    private Duration time(@Nullable Duration fixed, Latency usual) {
        return fixed == null ? usual.draw(machine.dice) : fixed;
    }

    private static ActResult refused(int code) {
        return ActResult.of(ASK_AGAIN.contains(code) ? ActResult.Kind.BUSY : ActResult.Kind.REFUSED, code);
    }
}
