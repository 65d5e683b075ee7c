package io.clp;

import java.time.Duration;

/**
 * How long another group on the same node was without a service that both use: in two-way standby a group's start or stop restarts
 * IIS under the group that was there before (guide, chapter 1, "the service pauses during failover").
 *
 * @param interrupted the other group
 * @param service the short name of the service
 * @param duration from the moment its stop was asked for until it was seen running again
 */
public record ServiceInterrupted(GroupId interrupted, String service, Duration duration) {}
