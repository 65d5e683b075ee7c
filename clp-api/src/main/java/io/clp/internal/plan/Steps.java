package io.clp.internal.plan;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.failover.Exclusion;
import io.clp.failover.Plan;
import io.clp.internal.plan.Picture.NodeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is decided into an order: fences and probes, then stops, those that depend on others first, then final actions, then starts,
 * those that others depend on first. An action waits only for actions before it, so that nothing waits in a circle.
 */
final class Steps {
    private final Chooser chooser;
    private final Index index;
    private final Remains remains;
    private final List<Plan.Action> actions = new ArrayList<>();
    private final int[] fence;
    private final int[] stop;
    private final int[] start;
    private final @Nullable Numbers[] remainders;
    private final @Nullable Numbers[] dependents;
    private final Numbers[] exclusiveStops;
    private final Numbers[] absoluteStops;

    private Steps(Chooser chooser) {
        this.chooser = chooser;
        index = chooser.index;
        remains = chooser.remains;
        fence = new int[index.nodeCount()];
        stop = new int[index.groupCount];
        start = new int[index.groupCount];
        remainders = new Numbers[index.groupCount];
        dependents = new Numbers[index.groupCount];
        exclusiveStops = Numbers.arrayOf(index.nodeCount());
        absoluteStops = Numbers.arrayOf(index.nodeCount());
    }

    /** Returns the actions of what was decided. */
    static List<Plan.Action> of(Chooser chooser) {
        Steps steps = new Steps(chooser);
        steps.fences();
        steps.probes();
        for (int i = steps.index.groupCount - 1; i >= 0; i--) {
            steps.stops(steps.index.order[i]);
        }
        steps.ends();
        for (int g : steps.index.order) {
            steps.start(g);
        }
        return steps.actions;
    }

    private void fences() {
        Numbers[] needed = Numbers.arrayOf(fence.length);
        for (int g = 0; g < index.groupCount; g++) {
            if (chooser.courses[g].start != Index.NONE) {
                int owner = index.owner[g];
                if (owner != Index.NONE && index.status(owner) == NodeStatus.LOST) {
                    needed[owner].add(g);
                }
                for (int n : remains.lost[g]) {
                    needed[n].add(g);
                }
            }
        }
        for (int n = 0; n < fence.length; n++) {
            if (!needed[n].isEmpty()) {
                String reason = index.node(n) + " is lost and may still run " + chooser.words.groups(needed[n].boxed());
                fence[n] = add(Plan.Kind.FENCE, n, null, reason, Index.NOTHING);
            }
        }
    }

    private void probes() {
        for (int g = 0; g < index.groupCount; g++) {
            int owner = index.owner[g];
            boolean open = owner != Index.NONE
                    && index.inContact(owner)
                    && index.state[g] == GroupState.UNKNOWN
                    && chooser.courses[g].stop == null;
            for (int n : open ? Graphs.union(remains.unknown[g], new int[] {owner}) : remains.unknown[g]) {
                for (ResourceId resource : remains.unknownOn(g, n)) {
                    String reason = "whether it is online on " + index.node(n) + " is not known";
                    actions.add(new Plan.Action(
                            actions.size() + 1,
                            Plan.Kind.PROBE,
                            index.node(n),
                            Optional.of(index.id(g)),
                            Optional.of(resource),
                            Optional.empty(),
                            Optional.empty(),
                            reason,
                            List.of()));
                }
            }
        }
    }

    private void stops(int g) {
        Exclusion exclusion = index.exclusion[g];
        for (int n : remains.running[g]) {
            String reason = "it is not owned there, but " + remains.runningOn(g, n);
            int number = stop(g, n, StopCause.GROUP_STOP, reason, Index.NOTHING);
            Numbers own = remainders[g];
            if (own == null) {
                own = new Numbers();
                remainders[g] = own;
            }
            own.add(number);
            tell(n, exclusion, number);
        }
        StopCause cause = chooser.courses[g].stop;
        if (cause == null) {
            return;
        }
        int owner = index.owner[g];
        Numbers before = dependents[g];
        stop[g] = stop(
                g, owner, cause, chooser.courses[g].stopReason, before == null ? Index.NOTHING : before.sortedOnce());
        tell(owner, exclusion, stop[g]);
        tellAll(g, index.after[g]);
        tellAll(g, index.leaders[g]);
    }

    private int stop(int g, int n, StopCause cause, String reason, int[] after) {
        return add(Plan.Kind.STOP, n, index.id(g), null, cause, reason, after);
    }

    private void tell(int n, Exclusion exclusion, int number) {
        if (exclusion != Exclusion.NONE) {
            exclusiveStops[n].add(number);
        }
        if (exclusion == Exclusion.ABSOLUTE) {
            absoluteStops[n].add(number);
        }
    }

    /** Lets those that a group depends on wait for its stop. */
    private void tellAll(int g, int[] dependencies) {
        for (int d : dependencies) {
            if (index.rank[d] < index.rank[g]) {
                Numbers waits = dependents[d];
                if (waits == null) {
                    waits = new Numbers();
                    dependents[d] = waits;
                }
                waits.add(stop[g]);
            }
        }
    }

    private void ends() {
        for (int g = 0; g < index.groupCount; g++) {
            String reason = chooser.courses[g].end;
            if (reason != null) {
                add(Plan.Kind.FINAL_ACTION, index.owner[g], index.id(g), reason, Index.NOTHING);
            }
        }
    }

    private void start(int g) {
        Course course = chooser.courses[g];
        if (course.start == Index.NONE) {
            return;
        }
        Numbers after = new Numbers();
        int owner = index.owner[g];
        if (owner != Index.NONE) {
            after.addIf(fence[owner]);
        }
        for (int n : remains.lost[g]) {
            after.addIf(fence[n]);
        }
        after.addIf(stop[g]);
        after.addAll(remainders[g]);
        for (int other : index.never[g]) {
            stopOn(other, course.start, after);
        }
        switch (index.exclusion[g]) {
            case NONE -> {}
            case NORMAL -> after.addAll(absoluteStops[course.start]);
            case ABSOLUTE -> after.addAll(exclusiveStops[course.start]);
        }
        if (!index.group(g).waited()) {
            starts(index.after[g], after);
        }
        starts(index.leaders[g], after);
        start[g] = add(
                Plan.Kind.START, course.start, index.id(g), course.cause, null, course.startReason, after.sortedOnce());
    }

    private void starts(int[] groups, Numbers after) {
        for (int other : groups) {
            after.addIf(start[other]);
        }
    }

    /** Adds the stops of a group on a node. */
    private void stopOn(int other, int n, Numbers after) {
        if (index.owner[other] == n) {
            after.addIf(stop[other]);
        }
        if (remains.runningAt(other, n)) {
            after.addAll(remainders[other]);
        }
    }

    private int add(Plan.Kind kind, int n, @Nullable GroupId group, String reason, int[] after) {
        return add(kind, n, group, null, null, reason, after);
    }

    private int add(
            Plan.Kind kind,
            int n,
            @Nullable GroupId group,
            @Nullable StartCause startCause,
            @Nullable StopCause stopCause,
            String reason,
            int[] after) {
        int number = actions.size() + 1;
        NodeId node = index.node(n);
        actions.add(new Plan.Action(
                number,
                kind,
                node,
                Optional.ofNullable(group),
                Optional.empty(),
                Optional.ofNullable(startCause),
                Optional.ofNullable(stopCause),
                reason,
                Numbers.list(after)));
        return number;
    }
}
