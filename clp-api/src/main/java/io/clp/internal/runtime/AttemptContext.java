package io.clp.internal.runtime;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.MessageBroadcast;
import io.clp.NodeId;
import io.clp.Operation.Kind;
import io.clp.ResourceId;
import io.clp.ServiceInterrupted;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.internal.decide.Input;
import io.clp.internal.decide.View;
import io.clp.platform.Platform;
import io.clp.resource.Resource;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceState;
import io.clp.time.Timeline;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of one attempt that a controller runs: guarded, and fixed to what was known when the attempt began. */
final class AttemptContext extends ContextBase {
    private final Attempt attempt;
    private final View view;
    private @Nullable GuardedPlatform guarded;

    AttemptContext(Attempt attempt) {
        this.attempt = attempt;
        this.view = attempt.runner.view();
    }

    @Override
    public FailoverGroup group() {
        return attempt.runner.group;
    }

    @Override
    Resource resource() {
        return attempt.resource();
    }

    @Override
    NodeStore store() {
        return attempt.runner.store(attempt.index());
    }

    @Override
    long deadline() {
        return attempt.deadline;
    }

    @Override
    long length() {
        return attempt.deadlineNanos();
    }

    @Override
    public NodeId nodeId() {
        return attempt.runner.node.id();
    }

    @Override
    public long epoch() {
        return view.epoch();
    }

    @Override
    public Optional<StartCause> startCause() {
        return Optional.of(
                view.startCause().orElse(StartCause.START)); // lost in a restart of the process: START, never none
    }

    @Override
    public Optional<StopCause> stopCause() {
        return attempt.kind() == Kind.ONLINE ? Optional.empty() : view.stopCause();
    }

    @Override
    public DiskStatus diskStatus() {
        for (int i = 0; i < attempt.runner.shape.size(); i++) {
            if (attempt.runner.shape.partition(i) && view.stateOf(i) != ResourceState.ONLINE) {
                return DiskStatus.FAILURE;
            }
        }
        return DiskStatus.SUCCESS;
    }

    @Override
    public ResourceState state(ResourceId resource) {
        int index = attempt.runner.shape.index(resource);
        if (index < 0) {
            throw new IllegalArgumentException("group " + group().id() + " has no resource " + resource);
        }
        return view.stateOf(index);
    }

    @Override
    public synchronized Platform platform() {
        if (guarded == null) {
            guarded = new GuardedPlatform(attempt.runner.node.platform, attempt.runner.node.timeline, attempt);
        }
        return guarded;
    }

    @Override
    public Timeline timeline() {
        return platform().timeline();
    }

    @Override
    public WatchRegistry watches() {
        return attempt.runner.node.watches.within(platform().services(), timeline(), limit());
    }

    @Override
    public void interrupted(String service, Duration duration) {
        for (GroupRunner other : attempt.runner.node.onlineUsersOf(service)) {
            if (other != attempt.runner) {
                attempt.interrupted(new ServiceInterrupted(other.group.id(), service, duration));
            }
        }
    }

    @Override
    public void reportFailure(String why) {
        ResourceException error = ResourceException.temporary(resourceId() + " reported: " + why);
        error.locate(nodeId(), group().id(), resourceId());
        attempt.runner.post(new Input.Reported(attempt.index(), error));
    }

    @Override
    void logged(String line) {
        attempt.logged(line);
    }

    @Override
    void tell(String key, List<Object> arguments) {
        if (attempt.runner.node.events.wanted()) {
            attempt.runner.node.events.tell(sequence -> new MessageBroadcast(
                    nodeId(),
                    group().id(),
                    epoch(),
                    sequence,
                    resourceId(),
                    key,
                    arguments,
                    resource().messages()));
        }
    }
}
