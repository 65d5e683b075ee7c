package io.clp.internal.member;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupState;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.internal.monitor.GroupMonitors;
import io.clp.internal.monitor.Verdict;
import io.clp.resource.ResourceState;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The monitors of a member's groups. Thread-safe. */
final class Watchers {
    private final GroupController controller;
    private final Consumer<MemberInput> heard;
    private final Map<Integer, GroupMonitors> monitors = new ConcurrentHashMap<>();
    /** What the monitors themselves have reported: its echo is no further failure. */
    private final Set<Judged> judged = ConcurrentHashMap.newKeySet();

    private record Judged(int group, ResourceId resource) {}

    Watchers(GroupController controller, Consumer<MemberInput> heard) {
        this.controller = controller;
        this.heard = heard;
    }

    /** Begins, suspends or resumes the monitors of a group. */
    void monitor(int index, FailoverGroup group, boolean on) {
        GroupMonitors mine = monitors.get(index);
        if (mine != null && on) {
            mine.resume();
        } else if (mine != null) {
            mine.suspend();
        } else if (on) {
            GroupMonitors made = new GroupMonitors(
                    controller, group, controller.platform().timeline(), verdict -> judge(index, group, verdict));
            monitors.put(index, made);
            made.begin();
        }
    }

    private void judge(int index, FailoverGroup group, Verdict verdict) {
        judged.add(new Judged(index, verdict.resource()));
        String why = verdict.monitor() + ": " + verdict.why();
        controller.reportFailure(group, verdict.resource(), why);
        heard.accept(new MemberInput.Verdict(index, verdict.resource(), why));
    }

    void groupBecame(int index, GroupState state) {
        GroupMonitors mine = monitors.get(index);
        if (mine != null) {
            mine.groupBecame(state);
        }
    }

    /** Takes a change of a resource: one that reported its own failure counts as badly probed. */
    void resourceBecame(int index, ResourceChanged changed) {
        GroupMonitors mine = monitors.get(index);
        Judged key = new Judged(index, changed.resource());
        if (changed.to() != ResourceState.ONLINE_FAILURE) {
            judged.remove(key);
        } else if (mine != null && changed.from() != changed.to() && !judged.contains(key)) {
            mine.reported(changed.resource());
        }
    }

    void close() {
        monitors.values().forEach(GroupMonitors::close);
    }
}
