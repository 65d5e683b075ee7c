package io.clp.internal.member;

import io.clp.NodeId;
import io.clp.failover.Leave;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody asked of a member.
 *
 * @param number tells calls apart
 * @param kind what was asked
 * @param group the group's index, -1 where it is about the member
 * @param target where to, for a move
 * @param leave how, for a leave
 * @param limitNanos how long it may take, for a leave or a drain
 */
public record MemberCall(
        long number,
        Kind kind,
        int group,
        @Nullable NodeId target,
        @Nullable Leave leave,
        long limitNanos) {
    /** What can be asked. */
    public enum Kind {
        JOIN("join"),
        START("start"),
        STOP("stop"),
        MOVE("move"),
        FAILBACK("failback"),
        DRAIN("drain"),
        UNDRAIN("take groups again"),
        LEAVE("leave");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
