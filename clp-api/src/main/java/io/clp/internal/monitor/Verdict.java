package io.clp.internal.monitor;

import io.clp.ResourceId;
import io.clp.monitor.MonitorId;

/**
 * That a resource is not well, by a monitor's count.
 *
 * @param monitor whose verdict it is
 * @param resource what the monitor watches
 * @param why what was found, for people
 */
public record Verdict(MonitorId monitor, ResourceId resource, String why) {}
