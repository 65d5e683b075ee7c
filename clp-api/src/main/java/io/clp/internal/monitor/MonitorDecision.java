package io.clp.internal.monitor;

import java.util.List;

/**
 * What one input comes to.
 *
 * @param state what is known from now on
 * @param actions what is to be done, in order
 */
public record MonitorDecision(MonitorState state, List<MonitorAction> actions) {}
