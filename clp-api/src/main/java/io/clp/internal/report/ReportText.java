package io.clp.internal.report;

import io.clp.Failure;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.Report;
import io.clp.ResourceId;
import io.clp.ServiceInterrupted;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** A report as a table for people. */
final class ReportText {
    private ReportText() {}

    static String of(String what, NodeId node, Report<?> report) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "group %s on %s: %s: %s in %s",
                report.group(),
                node,
                what,
                report.outcome(),
                millis(report.duration()));
        int width = report.operations().stream()
                .mapToInt(it -> it.resource().value().length())
                .max()
                .orElse(0);
        Set<Operation> criticalPath = Set.copyOf(report.criticalPath());
        for (Operation operation : report.operations()) {
            boolean critical = criticalPath.contains(operation);
            line(
                    text,
                    "%s %-" + Math.max(1, width) + "s  %-14s %12s %12s  %s",
                    critical ? "*" : " ",
                    operation.resource(),
                    operation.kind() + (operation.attempt() > 1 ? " #" + operation.attempt() : ""),
                    "+" + millis(operation.startedAt()),
                    millis(operation.duration()),
                    operation.outcome());
        }
        for (ServiceInterrupted it : report.interruptions()) {
            line(text, "group %s was without %s for %s", it.interrupted(), it.service(), millis(it.duration()));
        }
        for (Failure it : report.failures()) {
            line(
                    text,
                    "%s: %s: %s",
                    it.resource().map(ResourceId::value).orElse("group"),
                    it.outcome(),
                    String.valueOf(it.error().getMessage()));
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String millis(Duration duration) {
        long micros = duration.toNanos() / 1_000;
        return String.format(Locale.ROOT, "%d.%03d ms", micros / 1_000, micros % 1_000);
    }
}
