package io.clp.testkit.internal.fake;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import io.clp.testkit.FakeServices;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Service Control Manager: what is asked of it, and how it answers. */
final class Scm implements FakeServices {
    private static final int NAME_MAX = 256;
    private static final String IMPOSSIBLE_IN_NAMES = "/\\\0";

    private final Machine machine;
    private final World world;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, List<CompletableFuture<?>>> watchers = new LinkedHashMap<>();
    private final Transitions transitions;

    Scm(Machine machine) {
        this.machine = machine;
        world = machine.world;
        transitions = new Transitions(machine, this);
    }

    @Override
    public ServiceState state(String service) {
        return world.change(() -> status(service).state());
    }

    @Override
    public ServiceStatus query(String service) {
        machine.requireAlive();
        return world.change(() -> status(service));
    }

    @Override
    public ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException {
        machine.requireAlive();
        Timeline timeline = machine.timeline();
        Deadline deadline = Deadline.in(limit, timeline);
        while (true) {
            CompletableFuture<?> changed = new CompletableFuture<>();
            ServiceStatus now = world.change(() -> {
                ServiceStatus status = status(service);
                if (status.equals(seen)) {
                    watchers.computeIfAbsent(Text.fold(service), it -> new ArrayList<>())
                            .add(changed);
                }
                return status;
            });
            if (!now.equals(seen)) {
                return now;
            }
            try {
                if (!timeline.await(changed, deadline.left())) {
                    return query(service);
                }
            } finally {
                world.change(() -> forget(service, changed));
            }
            machine.requireAlive();
        }
    }

    @Override
    public ActResult start(String service) {
        return act(service, "start", transitions::start);
    }

    @Override
    public ActResult stop(String service) {
        return act(service, "stop", transitions::stop);
    }

    @Override
    public ActResult terminate(String service, long processId) {
        return act(service, "terminate process " + processId, it -> {
            if (it.processId == 0 || it.processId != processId) {
                return ActResult.of(ActResult.Kind.ALREADY, WindowsErrors.SERVICE_NOT_ACTIVE);
            }
            endProcess(it, "process terminated");
            return ActResult.done();
        });
    }

    @Override
    public List<String> runningDependents(String service) {
        machine.requireAlive();
        return world.change(() -> {
            Service found = find(service);
            return found == null
                    ? List.<String>of()
                    : dependentsOf(found).stream().map(it -> it.name).toList();
        });
    }

    @Override
    public Optional<ServiceConfiguration> configuration(String service) {
        machine.requireAlive();
        return world.change(() -> Optional.ofNullable(find(service)).map(it -> it.configuration(sharesProcess(it))));
    }

    @Override
    public ActResult changeStartType(String service, ServiceStartType type) {
        return act(service, "set start type " + type, it -> {
            if (type.ofDrivers()) {
                return ActResult.of(ActResult.Kind.REFUSED, WindowsErrors.INVALID_PARAMETER);
            }
            it.startType = type;
            return ActResult.done();
        });
    }

    private ActResult act(String service, String what, Function<Service, ActResult> act) {
        machine.requireAlive();
        return world.change(() -> {
            Service found = find(service);
            String subject = found == null ? "service " + service : found.subject();
            return world.journal.asked(
                    machine.node,
                    subject,
                    what,
                    () -> found == null ? ActResult.of(ActResult.Kind.MISSING, missing(service)) : act.apply(found));
        });
    }

    /** Returns the services that are not stopped and need this one, the one started last first. Under the lock. */
    List<Service> dependentsOf(Service service) {
        return services.values().stream()
                .filter(it -> it != service && !it.stopped() && needs(it, service))
                .sorted(Comparator.<Service>comparingLong(it -> it.startNumber).reversed())
                .toList();
    }

    /** Returns whether a service needs another one, directly or through others. Under the lock. */
    boolean needs(Service service, Service other) {
        return service.dependencies.stream().anyMatch(it -> it == other || needs(it, other));
    }

    /** Returns a service, new and stopped where there was none. Under the lock. */
    Service install(String name) {
        Service service = services.computeIfAbsent(Text.fold(name), it -> new Service(machine, name));
        wakeWatchers(service);
        return service;
    }

    /** Returns a service that must be there. Under the lock. */
    Service require(String name) {
        Service found = find(name);
        if (found == null) {
            throw new IllegalArgumentException("no service " + name + " on " + machine.node + ", only "
                    + services.values().stream().map(it -> it.name).toList());
        }
        return found;
    }

    @Nullable
    Service find(String name) {
        return services.get(Text.fold(name));
    }

    List<Service> all() {
        return List.copyOf(services.values());
    }

    void release(Service service) {
        service.hangsOnStart = false;
        service.hangsOnStop = false;
        service.liesOnStop = false;
        transitions.release(service);
    }

    /** Ends the process of a service, and with it all services that live there. Under the lock. */
    void endProcess(Service service, String how) {
        if (service.runsUnseen) {
            transitions.endUnseen(service, how + ", ");
        }
        long processId = service.processId;
        if (processId != 0) {
            all().stream()
                    .filter(it -> it.processId == processId)
                    .forEach(it -> transitions.stopped(it, WindowsErrors.PROCESS_ABORTED, how));
        }
    }

    /** Starts what is to run from boot on. Under the lock. */
    void boot() {
        all().stream().filter(it -> it.startType == ServiceStartType.AUTOMATIC).forEach(transitions::start);
    }

    /** Pauses a service that runs, or lets a paused one go on. Under the lock. */
    void pause(Service service, boolean pause) {
        transitions.pause(service, pause);
    }

    /** Stops everything without a word. Under the lock. */
    void powerOff() {
        all().forEach(transitions::powerOff);
    }

    /** Tells who waits for a change of a service. Under the lock. */
    void wakeWatchers(Service service) {
        List<CompletableFuture<?>> waiting = watchers.remove(Text.fold(service.name));
        if (waiting != null) {
            waiting.forEach(world::wake);
        }
    }

    private void forget(String service, CompletableFuture<?> watcher) {
        List<CompletableFuture<?>> waiting = watchers.get(Text.fold(service));
        if (waiting != null) {
            waiting.removeIf(it -> it == watcher);
        }
    }

    private boolean sharesProcess(Service service) {
        return services.values().stream().anyMatch(it -> it != service && it.processOwner == service.processOwner);
    }

    private static int missing(String name) {
        boolean possible = !name.isEmpty()
                && name.length() <= NAME_MAX
                && IMPOSSIBLE_IN_NAMES.chars().noneMatch(it -> name.indexOf(it) >= 0);
        return possible ? WindowsErrors.SERVICE_DOES_NOT_EXIST : WindowsErrors.INVALID_NAME;
    }

    private ServiceStatus status(String name) {
        Service found = find(name);
        return found == null ? ServiceStatus.notInstalled() : found.status();
    }
}
