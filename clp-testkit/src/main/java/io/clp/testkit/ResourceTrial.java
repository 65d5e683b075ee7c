package io.clp.testkit;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.NodeThing;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourcePolicy;
import io.clp.time.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fake machines and one resource on them, whose operations are called as a controller calls them. Used by one test. */
final class ResourceTrial implements AutoCloseable {
    private static final Duration DEADLINE = ResourcePolicy.defaults().onlineDeadline();

    /** How long the engine waits for an interrupted call before it gives it up. */
    private static final Duration PROMPTLY = ResourcePolicy.defaults().probeDeadline();

    private static final Duration LONG_AFTER = Duration.ofHours(1);

    private final Resource resource;
    private final FailoverGroup group;
    private final FakeMachines machines;
    private final Map<NodeId, KeptValues> kept = new HashMap<>();
    private FakePlatform node;
    private StartCause cause = StartCause.START;

    ResourceTrial(Resource resource, FailoverGroup group, Latencies latencies) {
        this.resource = resource;
        this.group = group;
        machines = FakeMachines.builder().provide(group).latencies(latencies).build();
        node = machines.nodes().get(0);
    }

    /** What is called. */
    enum Kind {
        ONLINE(Probe.State.ONLINE),
        OFFLINE(Probe.State.OFFLINE),
        RELEASED(Probe.State.OFFLINE),
        RECOVERED(Probe.State.ONLINE);

        private final Probe.State then;

        Kind(Probe.State then) {
            this.then = then;
        }

        Probe.State then() {
            return then;
        }

        void call(Resource resource, ResourceContext context) throws Exception {
            switch (this) {
                case ONLINE -> resource.online(context);
                case OFFLINE -> resource.offline(context);
                case RELEASED -> resource.released(context);
                case RECOVERED -> resource.recovered(context);
            }
        }
    }

    Resource resource() {
        return resource;
    }

    List<NodeId> nodes() {
        return group.nodes();
    }

    void prepare(Consumer<FakePlatform> preparation) {
        machines.nodes().forEach(preparation);
        machines.settle();
    }

    void workOn(NodeId other) {
        node = machines.node(other.value());
    }

    void cause(StartCause newCause) {
        cause = newCause;
    }

    /** Runs an operation to its end and lets the machines come to rest; returns how long the operation took. */
    Duration run(Kind kind) {
        long before = node.timeline().nanos();
        join(kind.name(), begin(kind, false), DEADLINE);
        Duration took = Duration.ofNanos(node.timeline().nanos() - before);
        machines.settle();
        return took;
    }

    void blocked() {
        ResourceId failed = group.dependenciesOf(resource.id()).stream()
                .min(Comparator.comparing(ResourceId::value))
                .orElse(resource.id());
        ResourceContext context = context(builder().diskStatus(DiskStatus.FAILURE));
        join("onlineBlocked", fork("onlineBlocked", () -> resource.onlineBlocked(context, failed)), DEADLINE);
        machines.settle();
    }

    void expect(Probe.State wanted, String when) {
        Probe[] found = new Probe[1];
        ResourceContext context = context(builder().limit(PROMPTLY));
        join("probe", fork("probe", () -> found[0] = resource.probe(context)), PROMPTLY);
        Probe probe = found[0];
        check(
                probe != null && probe.state() == wanted,
                "the probe on " + context.nodeId() + " " + when + " should find " + wanted + ", found " + probe);
    }

    /** Interrupts an operation after a time, before it begins where that is zero, and sees that it is over soon and for good. */
    void interruptAfter(Duration time, Kind kind) {
        Task<Void> task = begin(kind, time.isZero());
        if (!time.isZero()) {
            machines.advance(time);
            task.interrupt();
        }
        String when = kind + ", interrupted after " + time;
        if (returned(task, when)) {
            machines.settle();
            expect(kind.then(), "after " + when + ", which returned as if nothing were");
        }
        checkActs(when + " and ended,", () -> machines.advance(LONG_AFTER));
    }

    private boolean returned(Task<Void> task, String when) {
        try {
            task.join(PROMPTLY);
            return true;
        } catch (TimeoutException e) {
            throw failure(when + ", has not returned " + PROMPTLY + " later", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InterruptedException)) {
                throw failure(when + ", must return or let the InterruptedException out, but threw " + e.getCause(), e);
            }
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    void dieAfter(Duration time, Kind kind) {
        begin(kind, false);
        machines.advance(time);
        restartProcess();
        machines.settle();
    }

    void restartProcess() {
        node.killProcess();
        kept.remove(nodeId());
    }

    /** Returns what the machine has of what the resource uses, in words. */
    List<String> held() {
        List<String> held = new ArrayList<>();
        resource.uses().stream().sorted(Comparator.comparing(NodeThing::key)).forEach(thing -> {
            switch (thing.kind()) {
                case SERVICE -> held.add(thing + " " + node.services().query(thing.name()));
                case ADDRESS -> held.add(thing + " " + node.addresses().query(thing.name()));
                case VOLUME -> held.add(thing + " " + mounted(thing.name()));
                case MOUNT_POINT,
                        NAMED -> {} // a volume says where it is mounted, and of other things the machine knows nothing
            }
        });
        return held;
    }

    private String mounted(String volume) {
        try {
            return node.volume(volume).mounted() ? "mounted" : "not mounted";
        } catch (IllegalArgumentException e) {
            return "known elsewhere only";
        }
    }

    void checkHeld(List<String> before, String what) {
        List<String> now = held();
        check(now.equals(before), what + " should change nothing; before: " + before + ", after: " + now);
    }

    /** Sees that something asks nothing of the machine. */
    void checkActs(String what, Runnable work) {
        int before = node.acts().size();
        work.run();
        List<Act> acts = node.acts();
        check(
                acts.size() == before,
                what + " should ask nothing of the machine, but: " + acts.subList(before, acts.size()));
    }

    void check(boolean holds, String otherwise) {
        if (!holds) {
            throw failure(otherwise, null);
        }
    }

    @Override
    public void close() {
        machines.close();
    }

    private Task<Void> begin(Kind kind, boolean interrupted) {
        ResourceContext.Builder builder = builder();
        if (kind != Kind.ONLINE) {
            builder.stopCause(StopCause.GROUP_STOP);
        }
        ResourceContext context = context(builder);
        return fork(kind.name(), () -> {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            kind.call(resource, context);
        });
    }

    private Task<Void> fork(String name, Body body) {
        return node.timeline().<Void>fork(name + " of " + resource.id(), () -> {
            body.run();
            return null;
        });
    }

    private void join(String what, Task<Void> task, Duration limit) {
        try {
            task.join(limit);
        } catch (TimeoutException e) {
            throw failure(what + " has not returned by its deadline of " + limit, e);
        } catch (ExecutionException e) {
            throw failure(what + " threw " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ResourceContext.Builder builder() {
        return node.context(group, resource.id().value()).startCause(cause);
    }

    private ResourceContext context(ResourceContext.Builder builder) {
        return new KeepingContext(builder.build(), kept.computeIfAbsent(nodeId(), it -> new KeptValues()));
    }

    private NodeId nodeId() {
        return NodeId.of(node.info().computerName());
    }

    private AssertionError failure(String message, @Nullable Throwable cause) {
        return new AssertionError(message + "\nwhat had happened:\n" + machines.trace(), cause);
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("the test was interrupted", cause);
    }

    @FunctionalInterface
    private interface Body {
        void run() throws Exception;
    }
}
