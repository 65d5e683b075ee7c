package io.clp.testkit;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.NodeRank;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.Platform;
import io.clp.resource.NodeLocal;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceHandle;
import io.clp.time.Timeline;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.Optional;

/** A context outside any controller whose kept values live on from one attempt to the next. */
record KeepingContext(ResourceContext attempt, KeptValues kept) implements ResourceContext {
    @Override
    public NodeId nodeId() {
        return attempt.nodeId();
    }

    @Override
    public FailoverGroup group() {
        return attempt.group();
    }

    @Override
    public ResourceId resourceId() {
        return attempt.resourceId();
    }

    @Override
    public long epoch() {
        return attempt.epoch();
    }

    @Override
    public Optional<StartCause> startCause() {
        return attempt.startCause();
    }

    @Override
    public Optional<StopCause> stopCause() {
        return attempt.stopCause();
    }

    @Override
    public DiskStatus diskStatus() {
        return attempt.diskStatus();
    }

    @Override
    public NodeRank nodeRank() {
        return attempt.nodeRank();
    }

    @Override
    public ResourceState state(ResourceId resource) {
        return attempt.state(resource);
    }

    @Override
    public Platform platform() {
        return attempt.platform();
    }

    @Override
    public Timeline timeline() {
        return attempt.timeline();
    }

    @Override
    public WatchRegistry watches() {
        return attempt.watches();
    }

    @Override
    public ServiceHandle service(String name) {
        return attempt.service(name);
    }

    @Override
    public Duration remaining() {
        return attempt.remaining();
    }

    @Override
    public void await(String what, Duration every, Condition condition) throws Exception {
        attempt.await(what, every, condition);
    }

    @Override
    public void log(String line) {
        attempt.log(line);
    }

    @Override
    public void broadcast(String key, Object... arguments) {
        attempt.broadcast(key, arguments);
    }

    @Override
    public void interrupted(String service, Duration duration) {
        attempt.interrupted(service, duration);
    }

    @Override
    public void reportFailure(String why) {
        attempt.reportFailure(why);
    }

    @Override
    public <T> Optional<T> get(NodeLocal<T> what) {
        return kept.get(what);
    }

    @Override
    public <T> void put(NodeLocal<T> what, T value) {
        kept.put(what, value);
    }

    @Override
    public <T> Optional<T> remove(NodeLocal<T> what) {
        return kept.remove(what);
    }
}
