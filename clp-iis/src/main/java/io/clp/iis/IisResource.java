package io.clp.iis;

import io.clp.DefinitionException;
import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.iis.internal.Announcement;
import io.clp.iis.internal.Messages;
import io.clp.iis.internal.Observation;
import io.clp.iis.internal.ServiceNames;
import io.clp.iis.internal.StepRunner;
import io.clp.platform.NodeThing;
import io.clp.resource.MessageCatalog;
import io.clp.resource.NodeLocal;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * IIS in a failover group: its Web and FTP services, which serve content from the group's partition at the group's address (guide,
 * chapter 1).
 *
 * <p>Online means that every configured service runs, and in {@linkplain Standby#TWO_WAY two-way standby} also that the group's
 * partitions and addresses are online: IIS then runs for the other group too. Going offline in two-way standby stops IIS before
 * the partition and the addresses are released and starts it again afterwards for the other group, which is told how long it was
 * without.
 *
 * <p>A stop that does not end in time fails with a {@link io.clp.resource.ServiceTimeoutException} that names the service and its
 * process; the state of IIS is then unknown. Immutable and thread-safe; one definition serves several groups and all nodes.
 */
public final class IisResource implements Resource {
    private static final NodeLocal<Boolean> BROUGHT_ONLINE = NodeLocal.named("IIS was brought online here");

    private final ResourceId id;
    private final ServiceNames names;
    private final IisControl control;
    private final Standby standby;
    private final boolean forceStop;
    private final Set<NodeThing> uses;

    private IisResource(ResourceId id, ServiceNames names, IisControl control, Standby standby, boolean forceStop) {
        this.id = id;
        this.names = names;
        this.control = control;
        this.standby = standby;
        this.forceStop = forceStop;
        Set<NodeThing> things = new LinkedHashSet<>();
        names.things().forEach(it -> things.add(standby == Standby.ONE_WAY ? it.exclusively() : it));
        uses = Collections.unmodifiableSet(things);
    }

    /**
     * Returns a builder.
     *
     * @param id the resource's name; checked by {@link Builder#build()}
     * @return the builder of a resource that still lacks its services, control and standby
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    @Override
    public ResourceId id() {
        return id;
    }

    /** {@return how the nodes stand in for each other} */
    public Standby standby() {
        return standby;
    }

    @Override
    public Set<NodeThing> uses() {
        return uses;
    }

    @Override
    public List<String> validate(FailoverGroup group) {
        int nodes = group.nodes().size();
        return standby == Standby.TWO_WAY && nodes != 2
                ? List.of("standby \"TWO_WAY\": two-way standby means exactly two nodes, the group names " + nodes)
                : List.of();
    }

    @Override
    public MessageCatalog messages() {
        return new Messages();
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        Optional<StartCause> cause = context.startCause();
        if (mayStart(context)) {
            context.broadcast(Announcement.starting(cause.orElseThrow(), context.nodeRank()));
            run(context, IisPhase.ONLINE);
            context.put(BROUGHT_ONLINE, true);
        } else if (cause.isPresent()) {
            throw ResourceException.permanent("IIS was not started: a partition of group "
                    + context.group().id() + " is not online on node " + context.nodeId());
        }
    }

    @Override
    public void onlineBlocked(ResourceContext context, ResourceId failedDependency) {
        if (mayStart(context)) {
            context.log("IIS is not started: " + failedDependency + " is not online");
        }
    }

    /** Returns whether there is a cluster and a disk; broadcasts what is missing. */
    private static boolean mayStart(ResourceContext context) {
        if (context.startCause().isEmpty()) {
            context.broadcast(IisMessages.CLUSTER_NOT_RUNNING);
            return false;
        }
        if (context.diskStatus() == DiskStatus.FAILURE) {
            context.broadcast(IisMessages.PARTITION_NOT_CONNECTED);
            return false;
        }
        return true;
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        Optional<StartCause> cause = context.startCause();
        if (cause.isEmpty()) {
            context.broadcast(IisMessages.CLUSTER_NOT_RUNNING_AT_STOP);
            return;
        }
        context.broadcast(Announcement.stopping(cause.get(), context.nodeRank()));
        if (context.diskStatus() == DiskStatus.FAILURE) {
            context.log("a partition of group " + context.group().id()
                    + " is not online: IIS is stopped all the same, it must not outlive its disk");
        }
        run(context, IisPhase.OFFLINE);
        context.remove(BROUGHT_ONLINE);
    }

    @Override
    public void released(ResourceContext context) throws Exception {
        if (standby == Standby.TWO_WAY && context.startCause().isPresent()) {
            run(context, IisPhase.RELEASED);
        }
    }

    private void run(ResourceContext context, IisPhase phase) throws InterruptedException {
        IisServices services = names.on(context);
        new StepRunner(context, services, forceStop, standby == Standby.TWO_WAY)
                .run(phase, control.steps(phase, standby, services));
    }

    @Override
    public Probe probe(ResourceContext context) {
        IisServices services = names.on(context);
        return standby == Standby.ONE_WAY
                ? Observation.ofOwn(context, services)
                : Observation.ofShared(
                        context, services, context.get(BROUGHT_ONLINE).isPresent());
    }

    @Override
    public String toString() {
        return "IIS " + id + " (" + names.services() + ", " + control + ", " + standby + ")";
    }

    /** Builds an IIS resource. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable IisVersion version;
        private List<IisService> services = List.of();
        private @Nullable IisControl control;
        private @Nullable Standby standby;
        private @Nullable String indexing;
        private boolean forceStop;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Says which version is installed on every node; without it each node is asked. It decides the FTP service's name.
         *
         * @param installed the version, the same on all nodes
         * @return this builder
         */
        public Builder version(IisVersion installed) {
            version = installed;
            return this;
        }

        /**
         * Names the services of IIS that the group needs.
         *
         * @param wanted at least one, none twice; SMTP and NNTP are refused when the resource is built
         * @return this builder
         */
        public Builder services(IisService... wanted) {
            services = List.of(wanted);
            return this;
        }

        /**
         * Says how IIS is started and stopped.
         *
         * @param way one of the guide's three, or the caller's own
         * @return this builder
         */
        public Builder control(IisControl way) {
            control = way;
            return this;
        }

        /**
         * Says how the nodes stand in for each other.
         *
         * @param kind one-way, or two-way between exactly two nodes
         * @return this builder
         */
        public Builder standby(Standby kind) {
            standby = kind;
            return this;
        }

        /**
         * Names the Indexing Service, by its short name ({@code CISVC}; {@code WSearch} on newer nodes): it starts after IIS and
         * stops before it. Without it, none is touched.
         *
         * @param shortName the short name of the service
         * @return this builder
         */
        public Builder indexingService(String shortName) {
            indexing = shortName;
            return this;
        }

        /**
         * Sets whether the process of a service that does not stop in time is terminated shortly before the deadline; false
         * without it. Other services in the same process (WAS beside W3SVC) end with it, and so do the requests being served.
         *
         * @param terminateProcess true opts in
         * @return this builder
         */
        public Builder forceStop(boolean terminateProcess) {
            forceStop = terminateProcess;
            return this;
        }

        /**
         * Builds the resource.
         *
         * @return the resource, immutable
         * @throws DefinitionException the definition cannot work; all problems are named
         */
        public IisResource build() {
            List<DefinitionException.Problem> problems = new DefinitionCheck(id)
                    .services(services)
                    .control(control)
                    .standby(standby)
                    .indexing(indexing)
                    .problems();
            if (!problems.isEmpty() || control == null || standby == null) {
                throw new DefinitionException("IIS resource " + id, problems);
            }
            ServiceNames names =
                    new ServiceNames(services, Optional.ofNullable(version), Optional.ofNullable(indexing));
            return new IisResource(ResourceId.of(id), names, control, standby, forceStop);
        }
    }
}
