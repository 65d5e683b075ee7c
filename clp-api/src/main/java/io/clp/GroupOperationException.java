package io.clp;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call on a group did not do what was asked; carries the report, in which every failure stands.
 *
 * <p>By {@link Report#outcome()}: {@code REFUSED}, nothing was begun; {@code FAILED}, it was tried and certainly did
 * not succeed (a failed start was rolled back); {@code INDETERMINATE}, something may still be running and the node
 * keeps the group. After {@code FAILED} the node keeps the group too where its state is
 * {@link GroupState#OFFLINE_FAILURE}; where it is {@link GroupState#OFFLINE}, everything was probed offline.
 */
public final class GroupOperationException extends ClpException {
    private static final long serialVersionUID = 1L;

    private final transient Report<?> report;

    /**
     * Makes the exception of a report.
     *
     * @param attempted what was asked
     * @param node where
     * @param report what became of it
     */
    public GroupOperationException(String attempted, NodeId node, Report<?> report) {
        super(message(attempted, report), Facts.of(attempted).advice(advice(report)), cause(report));
        this.report = report;
        locate(node, report.group(), null);
    }

    /** {@return what was done, and every failure} */
    public Report<?> report() {
        return report;
    }

    private static String message(String attempted, Report<?> report) {
        String failures = report.failures().stream()
                .map(it -> it.resource().map(ResourceId::value).orElse("group") + ": "
                        + it.error().getMessage())
                .collect(Collectors.joining("; "));
        return attempted + ": " + report.outcome() + " after " + report.duration()
                + (failures.isEmpty() ? "" : ": " + failures);
    }

    private static String advice(Report<?> report) {
        return report.failures().stream()
                .map(it -> it.error().advice())
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static @Nullable Throwable cause(Report<?> report) {
        return report.failures().isEmpty() ? null : report.failures().get(0).error();
    }
}
