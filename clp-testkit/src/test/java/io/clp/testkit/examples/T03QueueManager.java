package io.clp.testkit.examples;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.platform.NodeThing;
import io.clp.resource.FloatingIp;
import io.clp.resource.NodeLocal;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceTier;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.ResourceContract;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Task 3: an own resource: a message queue that runs as a service and has an admin connection. */
public final class T03QueueManager implements Resource {
    private static final String SERVICE = "AcmeMQ";
    /** What belongs to one node cannot be a field: the definition is shared by all nodes. */
    private static final NodeLocal<QueueAdmin.Session> SESSION = NodeLocal.named("admin session");

    private final ResourceId id;
    private final QueueAdmin admin;

    public T03QueueManager(String id, QueueAdmin admin) {
        this.id = ResourceId.of(id);
        this.admin = admin;
    }

    @Override
    public ResourceId id() {
        return id;
    }

    @Override
    public ResourceTier tier() {
        return ResourceTier.SERVICE; // after partitions and addresses, by default
    }

    @Override
    public Set<NodeThing> uses() {
        return Set.of(NodeThing.service(SERVICE), NodeThing.named("tcp/5672"));
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        context.service(SERVICE).start(); // waits for RUNNING until the operation's deadline
        context.await("the listener answers", ofMillis(200), () -> admin.answers(5672));
        if (context.startCause().filter(StartCause.FAILOVER::equals).isPresent()) {
            admin.replayJournal(context.remaining());
        }
        if (!admin.licensed()) {
            throw ResourceException.permanent("no licence for node " + context.nodeId()); // retrying is of no use
        }
        context.put(SESSION, admin.open());
        context.log("queues open: " + admin.queues());
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        Optional<QueueAdmin.Session> session = context.remove(SESSION); // absent after a restart of this process
        if (session.isPresent()) {
            session.get().close();
        }
        context.service(SERVICE).stop();
    }

    @Override
    public Probe probe(ResourceContext context) throws Exception {
        return switch (context.service(SERVICE).state()) {
            case STOPPED -> Probe.offline();
            case RUNNING -> admin.answers(5672) ? Probe.online() : Probe.failed("the listener does not answer");
            default -> Probe.unknown("the service is in between");
        };
    }

    public static FailoverGroup group(QueueAdmin admin) {
        return FailoverGroup.builder("queue")
                .nodes("SV1", "SV2")
                .resource(SwitchablePartition.builder("journal")
                        .volume("\\\\?\\Volume{cccccccc-0000-0000-0000-100000000000}\\")
                        .mountAt("J:\\")
                        .build())
                .resource(FloatingIp.builder("fip").address("10.0.0.30/24").build())
                .resource(
                        new T03QueueManager("queue-manager", admin),
                        it -> it.dependsOn("journal") // instead of the default: needs no address to start
                                .policy(ResourcePolicy.builder()
                                        .online(ofMinutes(5), 2)
                                        .offline(ofMinutes(2), 1)
                                        .probe(ofSeconds(5))
                                        .monitor(ofSeconds(15), 2)
                                        .build()))
                .build();
    }

    /** What the user brings. In a test it is a fake: real sockets do not obey virtual time. */
    public interface QueueAdmin {
        boolean answers(int port) throws IOException;

        void replayJournal(Duration limit) throws IOException, InterruptedException;

        boolean licensed() throws IOException;

        int queues() throws IOException;

        Session open() throws IOException;

        interface Session extends AutoCloseable {
            @Override
            void close() throws IOException;
        }
    }

    /** The laws every resource keeps (online twice, offline of nothing, interrupt, probe after each), as ready tests. */
    static class QueueManagerContractTest extends ResourceContract {
        @Override
        protected Resource resource() {
            return new T03QueueManager("queue-manager", new AlwaysThere());
        }

        @Override
        protected void prepare(FakePlatform platform) {
            platform.service(SERVICE).startTakes(ofSeconds(3)).stopTakes(ofSeconds(1));
        }
    }

    private static final class AlwaysThere implements QueueAdmin {
        @Override
        public boolean answers(int port) {
            return true;
        }

        @Override
        public void replayJournal(Duration limit) {}

        @Override
        public boolean licensed() {
            return true;
        }

        @Override
        public int queues() {
            return 7;
        }

        @Override
        public Session open() {
            return () -> {};
        }
    }
}
