package io.clp.internal.runtime;

import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.GroupState;
import io.clp.GroupView;
import io.clp.NodeId;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.internal.decide.Shape;
import io.clp.internal.decide.View;
import io.clp.resource.Resource;
import io.clp.resource.ResourceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What is known of a group, for users.
 *
 * @param group which
 * @param state its state
 * @param epoch its epoch
 * @param startCause why it was started
 * @param resources its resources' states
 */
record ViewOfGroup(
        FailoverGroup group,
        GroupState state,
        long epoch,
        Optional<StartCause> startCause,
        Map<ResourceId, ResourceState> resources)
        implements GroupView {
    static GroupView of(View view, Shape shape, FailoverGroup group) {
        Map<ResourceId, ResourceState> states = new LinkedHashMap<>();
        for (Resource resource : group.resources()) {
            states.put(resource.id(), view.stateOf(shape.index(resource.id())));
        }
        return new ViewOfGroup(
                group, view.state(), view.epoch(), view.startCause(), Collections.unmodifiableMap(states));
    }

    /** Returns the events that tell the present state of some groups. */
    static List<GroupEvent> presentState(NodeId node, Collection<GroupRunner> runners, LongSupplier sequence) {
        List<GroupEvent> events = new ArrayList<>();
        runners.forEach(it -> presentState(events, node, it, sequence));
        return events;
    }

    private static void presentState(List<GroupEvent> events, NodeId node, GroupRunner runner, LongSupplier sequence) {
        GroupView view = of(runner.view(), runner.shape, runner.group);
        events.add(new GroupChanged(
                node,
                runner.group.id(),
                view.epoch(),
                sequence.getAsLong(),
                view.state(),
                view.state(),
                "present state"));
        view.resources()
                .forEach((id, state) -> events.add(new ResourceChanged(
                        node, runner.group.id(), view.epoch(), sequence.getAsLong(), id, state, state)));
    }

    @Override
    public ResourceState resource(String id) {
        ResourceState found = resources.get(group.resource(id).id());
        return found == null ? ResourceState.UNKNOWN : found;
    }
}
