package io.clp.internal.member;

import io.clp.ClpException;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Report;
import io.clp.ResourceId;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Fencer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that happened to a member. Groups are told by their index. */
public sealed interface MemberInput {
    /**
     * Somebody asks something.
     *
     * @param call what
     */
    record Asked(MemberCall call) implements MemberInput {}

    /**
     * The contact with the coordination was looked at.
     *
     * @param connection how it is
     * @param alive who is in contact
     * @param offering who of them takes groups
     */
    record Contact(Connection connection, Set<NodeId> alive, Set<NodeId> offering) implements MemberInput {}

    /**
     * A group's record, as read.
     *
     * @param group which
     * @param claim who has it
     * @param published what its owner published
     * @param memo what was kept beside it
     */
    record Recorded(int group, Claim claim, Optional<GroupState> published, Optional<String> memo) {}

    /**
     * Groups' records were read.
     *
     * @param records what was found
     */
    record Read(List<Recorded> records) implements MemberInput {}

    /**
     * A claim or a takeover was answered.
     *
     * @param group which
     * @param claim the answer
     */
    record Claimed(int group, Claim claim) implements MemberInput {}

    /**
     * A release was answered.
     *
     * @param group which
     * @param certain whether it is certainly so
     */
    record Released(int group, boolean certain) implements MemberInput {}

    /**
     * A redirection was answered.
     *
     * @param group which
     * @param certain whether it is certainly so
     */
    record Redirected(int group, boolean certain) implements MemberInput {}

    /**
     * A start, stop or restart has ended on this node.
     *
     * @param group which
     * @param work which work it was
     * @param report what was done; null where there is none
     * @param error what was thrown; null where it went well
     * @param state the group's state then
     */
    record Ended(
            int group,
            long work,
            @Nullable Report<?> report,
            @Nullable ClpException error,
            GroupState state) implements MemberInput {}

    /**
     * A group's state on this node is another one.
     *
     * @param group which
     * @param state its state now
     */
    record Became(int group, GroupState state) implements MemberInput {}

    /**
     * A monitor came to a verdict.
     *
     * @param group which group
     * @param resource the resource that failed
     * @param why in words
     */
    record Verdict(int group, ResourceId resource, String why) implements MemberInput {}

    /**
     * Monitoring is suspended or resumed by hand.
     *
     * @param on whether it is on
     */
    record Monitoring(boolean on) implements MemberInput {}

    /**
     * A fencer answered.
     *
     * @param node about which node
     * @param result what it said
     */
    record Fenced(NodeId node, Fencer.Result result) implements MemberInput {}

    /**
     * What this node does not own was taken offline, or could not be.
     *
     * @param error what went wrong; null where all went well
     */
    record Cleaned(@Nullable ClpException error) implements MemberInput {}

    /** A group was added: the last of the entries. */
    record Added() implements MemberInput {}

    /** A moment came that was asked for, or it is time to look. */
    record Tick() implements MemberInput {}
}
