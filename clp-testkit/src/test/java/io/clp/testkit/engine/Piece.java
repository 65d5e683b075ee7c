package io.clp.testkit.engine;

import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A user's resource: something in the world that is up or down, with operations that do what a test says before they take effect. */
final class Piece implements Resource {
    /** What an operation does before it takes effect. */
    @FunctionalInterface
    interface Act {
        void run(ResourceContext context) throws Exception;
    }

    /** What a probe finds. */
    @FunctionalInterface
    interface Look {
        Probe at(ResourceContext context) throws Exception;
    }

    /** The operations that were called, as they began. */
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    private final ResourceId id;
    private Set<NodeThing> uses = Set.of();
    private ResourceTier tier = ResourceTier.APPLICATION;
    private volatile boolean up;
    private volatile Act online = context -> {};
    private volatile Act offline = context -> {};
    private volatile Act recovered = context -> {};
    private volatile Look probe = context -> up ? Probe.online() : Probe.offline();

    Piece(String id) {
        this.id = ResourceId.of(id);
    }

    Piece uses(NodeThing... things) {
        uses = Set.of(things);
        return this;
    }

    Piece tier(ResourceTier value) {
        tier = value;
        return this;
    }

    Piece online(Act act) {
        online = act;
        return this;
    }

    Piece offline(Act act) {
        offline = act;
        return this;
    }

    Piece recovered(Act act) {
        recovered = act;
        return this;
    }

    Piece probe(Look look) {
        probe = look;
        return this;
    }

    /** Makes both operations take a time. */
    Piece takes(Duration time) {
        return online(context -> context.timeline().sleep(time))
                .offline(context -> context.timeline().sleep(time));
    }

    boolean up() {
        return up;
    }

    void up(boolean value) {
        up = value;
    }

    @Override
    public ResourceId id() {
        return id;
    }

    @Override
    public ResourceTier tier() {
        return tier;
    }

    @Override
    public Set<NodeThing> uses() {
        return uses;
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        calls.add("online");
        online.run(context);
        up = true;
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        calls.add("offline");
        offline.run(context);
        up = false;
    }

    @Override
    public Probe probe(ResourceContext context) throws Exception {
        return probe.at(context);
    }

    @Override
    public void recovered(ResourceContext context) throws Exception {
        calls.add("recovered");
        recovered.run(context);
    }
}
