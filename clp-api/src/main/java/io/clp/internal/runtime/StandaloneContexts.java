package io.clp.internal.runtime;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.MessageBroadcast;
import io.clp.NodeId;
import io.clp.NodeRank;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.Platform;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceState;
import io.clp.time.Timeline;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contexts outside any controller. */
public final class StandaloneContexts {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceContext.class);

    private StandaloneContexts() {}

    /** Returns a builder; see {@link ResourceContext#builder}. */
    public static ResourceContext.Builder builder(Platform platform, FailoverGroup group, ResourceId resource) {
        return new Assembly(platform, group, group.resource(resource.value()));
    }

    private static final class Assembly implements ResourceContext.Builder {
        private final Platform platform;
        private final FailoverGroup group;
        private final Resource resource;
        private @Nullable StartCause startCause;
        private @Nullable StopCause stopCause;
        private DiskStatus diskStatus = DiskStatus.SUCCESS;
        private @Nullable NodeRank rank;
        private @Nullable WatchRegistry watches;
        private Duration limit = Duration.ofMinutes(2);

        Assembly(Platform platform, FailoverGroup group, Resource resource) {
            this.platform = platform;
            this.group = group;
            this.resource = resource;
        }

        @Override
        public ResourceContext.Builder startCause(StartCause cause) {
            startCause = Objects.requireNonNull(cause, "cause");
            return this;
        }

        @Override
        public ResourceContext.Builder stopCause(StopCause cause) {
            stopCause = Objects.requireNonNull(cause, "cause");
            return this;
        }

        @Override
        public ResourceContext.Builder diskStatus(DiskStatus status) {
            diskStatus = Objects.requireNonNull(status, "status");
            return this;
        }

        @Override
        public ResourceContext.Builder nodeRank(NodeRank newRank) {
            rank = Objects.requireNonNull(newRank, "rank");
            return this;
        }

        @Override
        public ResourceContext.Builder watches(WatchRegistry registry) {
            watches = Objects.requireNonNull(registry, "watches");
            return this;
        }

        @Override
        public ResourceContext.Builder limit(Duration newLimit) {
            limit = Objects.requireNonNull(newLimit, "limit");
            return this;
        }

        @Override
        public ResourceContext build() {
            return new Standalone(this);
        }
    }

    private static final class Standalone extends ContextBase {
        private final Platform platform;
        private final Timeline timeline;
        private final NodeId nodeId;
        private final Optional<StartCause> startCause;
        private final Optional<StopCause> stopCause;
        private final DiskStatus diskStatus;
        private final NodeRank rank;
        private final WatchRegistry watches;
        private final FailoverGroup group;
        private final Resource resource;
        private final NodeStore store = new NodeStore();
        private final long deadline;
        private final long length;
        private final AtomicLong sequence = new AtomicLong();

        Standalone(Assembly builder) {
            group = builder.group;
            resource = builder.resource;
            length = builder.limit.toNanos();
            platform = builder.platform;
            timeline = platform.timeline();
            deadline = timeline.nanos() + length;
            nodeId = NodeId.of(platform.info().computerName());
            startCause = Optional.ofNullable(builder.startCause);
            stopCause = Optional.ofNullable(builder.stopCause);
            diskStatus = builder.diskStatus;
            rank = builder.rank == null ? builder.group.rankOf(nodeId) : builder.rank;
            watches = builder.watches == null ? WatchRegistry.on(platform) : builder.watches;
        }

        @Override
        public FailoverGroup group() {
            return group;
        }

        @Override
        Resource resource() {
            return resource;
        }

        @Override
        NodeStore store() {
            return store;
        }

        @Override
        long deadline() {
            return deadline;
        }

        @Override
        long length() {
            return length;
        }

        @Override
        public NodeId nodeId() {
            return nodeId;
        }

        @Override
        public long epoch() {
            return 0;
        }

        @Override
        public Optional<StartCause> startCause() {
            return startCause;
        }

        @Override
        public Optional<StopCause> stopCause() {
            return stopCause;
        }

        @Override
        public DiskStatus diskStatus() {
            return diskStatus;
        }

        @Override
        public NodeRank nodeRank() {
            return rank;
        }

        @Override
        public ResourceState state(ResourceId other) {
            Objects.requireNonNull(group().resource(other.value()));
            return diskStatus == DiskStatus.SUCCESS ? ResourceState.ONLINE : ResourceState.OFFLINE;
        }

        @Override
        public Platform platform() {
            return platform;
        }

        @Override
        public Timeline timeline() {
            return timeline;
        }

        @Override
        public WatchRegistry watches() {
            return watches;
        }

        @Override
        public void interrupted(String service, Duration duration) {
            LOG.info("service {} was interrupted for {}", service, duration);
        }

        @Override
        public void reportFailure(String why) {
            LOG.warn("{} reported: {}", resourceId(), why);
        }

        @Override
        void logged(String line) {
            // there is no report outside a controller; the log has the line
        }

        @Override
        void tell(String key, List<Object> arguments) {
            platform.observer()
                    .ifPresent(it -> it.onEvent(new MessageBroadcast(
                            nodeId,
                            group().id(),
                            0,
                            sequence.incrementAndGet(),
                            resourceId(),
                            key,
                            arguments,
                            resource().messages())));
        }
    }
}
