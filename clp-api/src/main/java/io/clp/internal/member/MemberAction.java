package io.clp.internal.member;

import io.clp.ClpException;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that a member's shell is to do. Groups are told by their index. */
public sealed interface MemberAction {
    /**
     * Read groups' records.
     *
     * @param groups which
     */
    record Read(List<Integer> groups) implements MemberAction {}

    /** Claim a group for this node. */
    record Claim(int group) implements MemberAction {}

    /** Take a group over from an owner that is dead for sure, or taken for it. */
    record TakeOver(int group, long epoch) implements MemberAction {}

    /** Give a group back. */
    record Release(int group, long epoch, Optional<NodeId> next) implements MemberAction {}

    /** Have another node claim a free group. */
    record Redirect(int group, long epoch, Optional<NodeId> next) implements MemberAction {}

    /** Tell the others a group's state. */
    record Publish(int group, long epoch, GroupState state) implements MemberAction {}

    /** Keep a text beside a group's claim. */
    record Remember(int group, long epoch, String memo) implements MemberAction {}

    /** Start a group here, where the claim is certain. */
    record Start(int group, long work, StartCause cause, long epoch) implements MemberAction {}

    /** Stop a group here. */
    record Stop(int group, long work, StopCause cause) implements MemberAction {}

    /** Restart a resource here. */
    record Restart(int group, long work, ResourceId resource) implements MemberAction {}

    /** Take offline what this node does not own. */
    record Clean(Set<GroupId> owned) implements MemberAction {}

    /** Tell the others whether this node takes groups. */
    record Offer(boolean takesGroups) implements MemberAction {}

    /** Tell a group's resources that this node is back in the cluster. */
    record Recover(int group) implements MemberAction {}

    /** Make sure that a node is dead. */
    record Fence(NodeId node) implements MemberAction {}

    /** Run a user's own final action. */
    record RunFinal(int group, String why) implements MemberAction {}

    /** Begin or end the monitoring of a group. */
    record Monitor(int group, boolean on) implements MemberAction {}

    /** Let the controller restart services by itself, or not. */
    record Supervise(boolean on) implements MemberAction {}

    /** Tell listeners of a move. */
    record Moved(MoveReport report, long epoch) implements MemberAction {}

    /** Answer a call. */
    record Answer(
            MemberCall call,
            @Nullable Object result,
            @Nullable ClpException error) implements MemberAction {}

    /** Wake the core after a time. */
    record WakeIn(long nanos) implements MemberAction {}

    /** Say something to people. */
    record Say(boolean alarm, String text) implements MemberAction {}

    /** The member has left: nothing more is done. */
    record Leave() implements MemberAction {}
}
