package io.clp.examples;

import static java.time.Duration.ofMillis;

import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceTier;
import java.util.Set;

/** A resource of one's own: a message queue that runs as a service and listens on a port. */
public final class QueueManager implements Resource {
    private static final String SERVICE = "AcmeMQ";

    private final QueueAdmin admin;

    public QueueManager(QueueAdmin admin) {
        this.admin = admin;
    }

    @Override
    public ResourceId id() {
        return ResourceId.of("queue-manager");
    }

    @Override
    public ResourceTier tier() {
        return ResourceTier.SERVICE; // after partitions and addresses, by default
    }

    @Override
    public Set<NodeThing> uses() {
        return Set.of(NodeThing.service(SERVICE)); // operations on the same thing are serialised
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        if (!admin.licensed()) {
            throw ResourceException.permanent("no licence for node " + context.nodeId()); // retrying is of no use
        }
        context.service(SERVICE).start(); // waits for RUNNING until the operation's deadline
        context.await("the listener answers", ofMillis(200), admin::answers);
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        context.service(SERVICE).stop();
    }

    @Override
    public Probe probe(ResourceContext context) {
        return switch (context.service(SERVICE).state()) {
            case STOPPED -> Probe.offline();
            case RUNNING -> admin.answers() ? Probe.online() : Probe.failed("the listener does not answer");
            default -> Probe.unknown("the service is in between");
        };
    }

    /** What the queue's own client does. In a test it is a fake: real sockets do not obey virtual time. */
    public interface QueueAdmin {
        boolean licensed();

        boolean answers();
    }
}
