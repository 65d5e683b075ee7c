package io.clp.config.internal.read;

import io.clp.NodeId;
import java.util.List;

/**
 * A server of the file.
 *
 * @param node its name
 * @param priority 0 is the highest
 * @param addresses of its interconnects
 */
record Server(NodeId node, int priority, List<String> addresses) {}
