package io.clp.testkit.internal.fake;

import io.clp.platform.ServiceConfiguration;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import io.clp.testkit.Act;
import io.clp.testkit.FakeService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service: what it was told to do, and where it stands. Guarded by the world's lock. */
final class Service implements FakeService {
    final String name;
    final Deque<Integer> refusals = new ArrayDeque<>();
    final Set<Service> dependencies = new LinkedHashSet<>();
    final Set<String> holds = new LinkedHashSet<>();

    /** Those that share a process have the same one. */
    Service processOwner = this;

    @Nullable
    Duration startTakes;

    @Nullable
    Duration stopTakes;

    boolean hangsOnStart;
    boolean hangsOnStop;
    boolean liesOnStop;

    /** Whether it runs although it says that it has stopped. */
    boolean runsUnseen;

    int startFailure;
    ServiceStartType startType = ServiceStartType.MANUAL;

    ServiceState state = ServiceState.STOPPED;
    long processId;
    int exitCode = WindowsErrors.SERVICE_NEVER_STARTED;
    int checkpoint;
    int waitHintMillis;

    /** The dependencies that its present start has asked for; null where it waits for none. */
    @Nullable
    Set<Service> askedFor;

    /** Whether its present transition makes no progress. */
    boolean hangs;

    /** Grows with each transition, so that a timer of an earlier one does nothing. */
    long transition;

    /** Its place among all starts of the machine. */
    long startNumber;

    private final Machine machine;

    Service(Machine machine, String name) {
        this.machine = machine;
        this.name = name;
    }

    ServiceStatus status() {
        return new ServiceStatus(state, processId, exitCode, checkpoint, waitHintMillis);
    }

    ServiceConfiguration configuration(boolean sharesProcess) {
        List<String> needed = dependencies.stream().map(it -> it.name).toList();
        return new ServiceConfiguration(name, startType, sharesProcess, needed);
    }

    boolean stopped() {
        return state == ServiceState.STOPPED;
    }

    /** Returns whether it has a process, whatever it says. */
    boolean hasProcess() {
        return processId != 0 || runsUnseen;
    }

    String subject() {
        return "service " + name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FakeService startTakes(Duration time) {
        return set(it -> it.startTakes = notNegative(time));
    }

    @Override
    public FakeService stopTakes(Duration time) {
        return set(it -> it.stopTakes = notNegative(time));
    }

    @Override
    public FakeService dependsOn(String... services) {
        return set(it -> {
            Set<Service> wanted = new LinkedHashSet<>();
            for (String service : services) {
                Service dependency = machine.scm.install(service);
                if (dependency == this || machine.scm.needs(dependency, this)) {
                    throw new IllegalArgumentException(name + " and " + service + " would depend on each other");
                }
                wanted.add(dependency);
            }
            dependencies.clear();
            dependencies.addAll(wanted);
        });
    }

    @Override
    public FakeService inProcessWith(String service) {
        return set(it -> it.processOwner = machine.scm.install(service).processOwner);
    }

    @Override
    public FakeService startType(ServiceStartType type) {
        if (type.ofDrivers()) {
            throw new IllegalArgumentException("only a driver has start type " + type);
        }
        return set(it -> it.startType = type);
    }

    @Override
    public FakeService holds(String volume) {
        return set(it -> it.holds.add(Text.fold(volume)));
    }

    @Override
    public FakeService hangOnStart() {
        return set(it -> it.hangsOnStart = true);
    }

    @Override
    public FakeService hangOnStop() {
        return set(it -> it.hangsOnStop = true);
    }

    @Override
    public FakeService lieStopped() {
        return set(it -> it.liesOnStop = true);
    }

    @Override
    public FakeService release() {
        return set(machine.scm::release);
    }

    @Override
    public FakeService failStart(int windowsCode) {
        return set(it -> it.startFailure = windowsCode);
    }

    @Override
    public FakeService refuse(int windowsCode) {
        return set(it -> it.refusals.add(windowsCode));
    }

    @Override
    public void pause() {
        set(it -> machine.scm.pause(it, true));
    }

    @Override
    public void resume() {
        set(it -> machine.scm.pause(it, false));
    }

    @Override
    public void crash() {
        set(it -> machine.scm.endProcess(it, "crashed"));
    }

    @Override
    public List<Act> acts() {
        machine.world.checkForTest();
        return machine.world.change(() -> machine.world.journal.acts(
                it -> it.node().equals(machine.node) && it.subject().equals(subject())));
    }

    @Override
    public String toString() {
        return subject() + " on " + machine.node;
    }

    private FakeService set(Consumer<Service> setter) {
        machine.world.checkForTest();
        machine.world.change(() -> setter.accept(this));
        return this;
    }

    private static Duration notNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("not negative: " + time);
        }
        return time;
    }
}
