package io.clp.internal.member;

import io.clp.NodeId;

/**
 * What does not change of a member.
 *
 * @param me this node
 * @param acceptsUnfenced whether a lost node is taken for dead
 * @param patienceNanos how long a node is waited for
 * @param waitNanos how long after joining it waits for more preferred nodes
 * @param sessionNanos how long a node may be out of contact; 0 where it is not known
 */
public record MemberSettings(
        NodeId me, boolean acceptsUnfenced, long patienceNanos, long waitNanos, long sessionNanos) {}
