package io.clp.internal.script;

import io.clp.internal.definition.Names;
import io.clp.platform.ActResult;
import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A Service Control Manager whose services do what a test says. Every act is written down. */
public final class ScriptedServices implements ServiceControl {
    private final SteppedTimeline timeline;
    private final Map<String, ScriptedService> services = new TreeMap<>();
    private final List<String> acts = new ArrayList<>();
    private int queries;
    private CompletableFuture<Void> changed = new CompletableFuture<>();
    private boolean returnsEarly;
    private Duration queryTime = Duration.ZERO;
    private long nextProcess = 100;

    public ScriptedServices(SteppedTimeline timeline) {
        this.timeline = timeline;
    }

    /** Installs a stopped service. */
    public ScriptedService install(String name) {
        ScriptedService service = new ScriptedService(this, name);
        services.put(Names.fold(name), service);
        return service;
    }

    /** Returns the acts, in order: "start W3SVC", "stop W3SVC", "terminate W3SVC 100". */
    public List<String> acts() {
        return acts;
    }

    /** Returns how often anybody looked. */
    public int queries() {
        return queries;
    }

    /** Makes waits for a change return at once, changed or not. */
    public void returnEarly() {
        returnsEarly = true;
    }

    /** Makes each look take so long, as a Service Control Manager does that is kept busy. */
    public void queriesTake(Duration duration) {
        queryTime = duration;
    }

    SteppedTimeline timeline() {
        return timeline;
    }

    long newProcess() {
        return nextProcess++;
    }

    void change() {
        CompletableFuture<Void> before = changed;
        changed = new CompletableFuture<>();
        before.complete(null);
    }

    @Override
    public ServiceStatus query(String service) {
        queries++;
        if (!queryTime.isZero()) {
            timeline.hang(queryTime);
        }
        ScriptedService found = services.get(Names.fold(service));
        return found == null ? ServiceStatus.notInstalled() : found.status();
    }

    @Override
    public ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException {
        long end = timeline.nanos() + limit.toNanos();
        while (query(service).equals(seen) && timeline.nanos() < end && !returnsEarly) {
            timeline.await(changed, Duration.ofNanos(end - timeline.nanos()));
        }
        return query(service);
    }

    @Override
    public ActResult start(String service) {
        acts.add("start " + service);
        return found(service) ? get(service).start() : ActResult.of(ActResult.Kind.MISSING, 1060);
    }

    @Override
    public ActResult stop(String service) {
        acts.add("stop " + service);
        return found(service) ? get(service).stop() : ActResult.of(ActResult.Kind.MISSING, 1060);
    }

    @Override
    public List<String> runningDependents(String service) {
        return get(service).dependents.stream()
                .filter(it -> get(it).status().state() != ServiceState.STOPPED)
                .toList();
    }

    @Override
    public ActResult terminate(String service, long processId) {
        acts.add("terminate " + service + " " + processId);
        return get(service).terminate(processId);
    }

    @Override
    public Optional<ServiceConfiguration> configuration(String service) {
        return found(service)
                ? Optional.of(new ServiceConfiguration(service, ServiceStartType.MANUAL, false, List.of()))
                : Optional.empty();
    }

    @Override
    public ActResult changeStartType(String service, ServiceStartType type) {
        throw new UnsupportedOperationException("no operation of a service sets its start type");
    }

    private boolean found(String service) {
        return services.containsKey(Names.fold(service));
    }

    private ScriptedService get(String service) {
        return Objects.requireNonNull(services.get(Names.fold(service)), service);
    }
}
