package io.clp.rehearse.passage;

import io.clp.Operation;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.ServiceInterrupted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Puts a passage together from reports that follow one another. Not thread-safe. */
public final class PassageBuilder {
    private final UnaryOperator<String> language;
    private final List<Row> rows = new ArrayList<>();
    private final List<ServiceInterrupted> interruptions = new ArrayList<>();
    private int folded;

    /**
     * Makes an empty passage.
     *
     * @param language puts a line of a log into the language that was asked for
     */
    public PassageBuilder(UnaryOperator<String> language) {
        this.language = language;
    }

    /** Adds something that the node itself went through, for which everything else waited. */
    public PassageBuilder node(String node, String what, Duration start, Duration duration) {
        return node(node, what, start, duration, List.of());
    }

    /** Adds the same with lines below it. */
    public PassageBuilder node(String node, String what, Duration start, Duration duration, List<String> log) {
        rows.add(new Row(node, "", what, start, duration, true, log));
        return this;
    }

    /**
     * Adds the operations of a report, in the order in which they began. Those that took no time, logged nothing and succeeded are only
     * counted.
     *
     * @param node where
     * @param report the report
     * @param start when the call began, from the beginning of the passage
     */
    public PassageBuilder report(String node, Report<?> report, Duration start) {
        List<Operation> critical = report.criticalPath();
        report.operations().stream()
                .filter(it -> !folds(it))
                .sorted(Comparator.comparing(Operation::startedAt))
                .forEach(it -> rows.add(new Row(
                        node,
                        it.resource().value(),
                        words(it),
                        start.plus(it.startedAt()),
                        it.duration(),
                        critical.contains(it),
                        it.log().stream().map(language).toList())));
        folded +=
                (int) report.operations().stream().filter(PassageBuilder::folds).count();
        interruptions.addAll(report.interruptions());
        return this;
    }

    public Passage build(String title, boolean downtime, Duration total) {
        return new Passage(title, downtime, total, rows, folded, interruptions);
    }

    private static boolean folds(Operation operation) {
        return operation.duration().isZero() && operation.log().isEmpty() && operation.outcome() == Outcome.DONE;
    }

    private static String words(Operation operation) {
        String kind = operation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String attempt = operation.attempt() > 1 ? " #" + operation.attempt() : "";
        String outcome = operation.outcome() == Outcome.DONE ? "" : " " + operation.outcome();
        return kind + attempt + outcome;
    }
}
