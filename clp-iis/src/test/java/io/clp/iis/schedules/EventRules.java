package io.clp.iis.schedules;

import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.GroupListener;
import io.clp.GroupState;
import io.clp.Operation;
import io.clp.OperationEnded;
import io.clp.Outcome;
import io.clp.ResourceChanged;
import io.clp.resource.ResourceState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must be true of the events of one controller, from its first to its last. */
final class EventRules implements GroupListener {
    private final Map<GroupId, GroupState> groups = new LinkedHashMap<>();
    private final Map<String, ResourceState> resources = new LinkedHashMap<>();
    private final Map<String, Operation> lastEnded = new LinkedHashMap<>();
    private final Map<GroupId, Long> epochs = new LinkedHashMap<>();
    private long sequence;
    private @Nullable String broken;

    /** Returns the first rule that was broken, or null. */
    @Nullable
    String broken() {
        return broken;
    }

    @Override
    public void onEvent(GroupEvent event) {
        expect(event.sequence() > sequence, () -> "sequence numbers grow, after " + sequence, event);
        sequence = event.sequence();
        long epoch = epochs.getOrDefault(event.group(), 0L);
        expect(event.epoch() >= epoch, () -> "epochs grow, after " + epoch, event);
        epochs.put(event.group(), event.epoch());
        if (event instanceof GroupChanged changed) {
            GroupState before = groups.getOrDefault(changed.group(), GroupState.UNKNOWN);
            expect(changed.from() == before, () -> "each change begins where the last one ended, at " + before, event);
            groups.put(changed.group(), changed.to());
        } else if (event instanceof ResourceChanged changed) {
            String key = changed.group() + "/" + changed.resource();
            ResourceState before = resources.getOrDefault(key, ResourceState.UNKNOWN);
            expect(changed.from() == before, () -> "each change begins where the last one ended, at " + before, event);
            resources.put(key, changed.to());
            hasItsReason(changed, lastEnded.get(key));
        } else if (event instanceof OperationEnded ended) {
            lastEnded.put(ended.group() + "/" + ended.resource(), ended.operation());
        }
    }

    /** Only a probe makes offline, and only a probe or an operation that ended in time makes online. */
    private void hasItsReason(ResourceChanged changed, @Nullable Operation last) {
        boolean good = last != null && last.outcome() == Outcome.DONE;
        boolean probed = good && last.kind() == Operation.Kind.PROBE;
        if (changed.to() == ResourceState.OFFLINE) {
            expect(probed, () -> "only a probe makes offline, not " + last, changed);
        } else if (changed.to() == ResourceState.ONLINE) {
            boolean brought =
                    good && last.kind() == Operation.Kind.ONLINE && changed.from() == ResourceState.ONLINE_PENDING;
            expect(
                    probed || brought,
                    () -> "only a probe or a start that ended in time makes online, not " + last,
                    changed);
        }
    }

    private void expect(boolean right, Supplier<String> rule, GroupEvent event) {
        if (!right && broken == null) {
            broken = rule.get() + ": " + event;
        }
    }
}
