package io.clp.internal.report;

import io.clp.ClpException;
import io.clp.Failure;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.ResourceId;
import java.util.Optional;

/**
 * A failure as it was.
 *
 * @param node where
 * @param resource whose, empty for the call as a whole
 * @param outcome how
 * @param error what went wrong
 */
public record FailureRecord(NodeId node, Optional<ResourceId> resource, Outcome outcome, ClpException error)
        implements Failure {}
