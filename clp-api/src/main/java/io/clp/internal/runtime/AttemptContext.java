package io.clp.internal.runtime;

import io.clp.DiskStatus;
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
    private final GroupRunner runner;
    private final View view;
    private @Nullable GuardedPlatform guarded;

    AttemptContext(Attempt attempt) {
        super(
                attempt.runner.group,
                attempt.runner.shape.resource(attempt.index),
                attempt.runner.store(attempt.index),
                attempt.deadline,
                attempt.deadlineNanos);
        this.attempt = attempt;
        this.runner = attempt.runner;
        this.view = runner.view();
    }

    @Override
    public NodeId nodeId() {
        return runner.node.id();
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
        return attempt.kind == Kind.ONLINE ? Optional.empty() : view.stopCause();
    }

    @Override
    public DiskStatus diskStatus() {
        for (int i = 0; i < runner.shape.size(); i++) {
            if (runner.shape.partition(i) && view.stateOf(i) != ResourceState.ONLINE) {
                return DiskStatus.FAILURE;
            }
        }
        return DiskStatus.SUCCESS;
    }

    @Override
    public ResourceState state(ResourceId resource) {
        int index = runner.shape.index(resource);
        if (index < 0) {
            throw new IllegalArgumentException("group " + group().id() + " has no resource " + resource);
        }
        return view.stateOf(index);
    }

    @Override
    public synchronized Platform platform() {
        if (guarded == null) {
            guarded = new GuardedPlatform(runner.node.platform, runner.node.timeline, attempt);
        }
        return guarded;
    }

    @Override
    public Timeline timeline() {
        return platform().timeline();
    }

    @Override
    public WatchRegistry watches() {
        return runner.node.watches.within(platform().services(), timeline(), limit());
    }

    @Override
    public void interrupted(String service, Duration duration) {
        for (GroupRunner other : runner.node.onlineUsersOf(service)) {
            if (other != runner) {
                attempt.interrupted(new ServiceInterrupted(other.group.id(), service, duration));
            }
        }
    }

    @Override
    public void reportFailure(String why) {
        ResourceException error = ResourceException.temporary(resourceId() + " reported: " + why);
        error.locate(nodeId(), group().id(), resourceId());
        runner.post(new Input.Reported(attempt.index, error));
    }

    @Override
    void logged(String line) {
        attempt.logged(line);
    }

    @Override
    void tell(String key, List<Object> arguments) {
        if (runner.node.events.wanted()) {
            runner.node.events.tell(sequence -> new MessageBroadcast(
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
