package io.clp.benchmarks.nodes;

import io.clp.ClpException;
import io.clp.Failure;
import io.clp.GroupId;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.ResourceId;
import io.clp.ServiceInterrupted;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A node's answer to a call on a group: the report, as lines of words that go from one process to the other.
 *
 * @param group the group
 * @param outcome how the call ended
 * @param duration how long it took
 * @param message what went wrong; empty where nothing did
 * @param operations every attempt
 * @param criticalPath the operations that determined the duration
 * @param interruptions which other groups were without a service
 */
record Answer(
        GroupId group,
        Outcome outcome,
        Duration duration,
        String message,
        List<Operation> operations,
        List<Operation> criticalPath,
        List<ServiceInterrupted> interruptions)
        implements Report<Answer> {
    private static final String END = "end";

    /** One attempt, without its error: that is in the answer's message. */
    private record Done(
            ResourceId resource,
            Kind kind,
            int attempt,
            Duration startedAt,
            Duration duration,
            Outcome outcome,
            List<String> log)
            implements Operation {
        @Override
        public Optional<ClpException> error() {
            return Optional.empty();
        }
    }

    /** Returns the lines of a report; the last one begins with "end". */
    static List<String> lines(Report<?> report, String message) {
        List<String> lines = new ArrayList<>();
        List<Operation> critical = report.criticalPath();
        for (Operation it : report.operations()) {
            List<String> words = new ArrayList<>(List.of(
                    "operation",
                    it.resource().value(),
                    it.kind().name(),
                    String.valueOf(it.attempt()),
                    String.valueOf(it.startedAt().toNanos()),
                    String.valueOf(it.duration().toNanos()),
                    it.outcome().name(),
                    String.valueOf(critical.contains(it))));
            words.addAll(it.log());
            lines.add(line(words));
        }
        report.interruptions()
                .forEach(it -> lines.add(line(List.of(
                        "interrupted",
                        it.interrupted().value(),
                        it.service(),
                        String.valueOf(it.duration().toNanos())))));
        lines.add(line(List.of(
                END,
                report.group().value(),
                report.outcome().name(),
                String.valueOf(report.duration().toNanos()),
                message)));
        return lines;
    }

    /** Returns whether a line is the last one of an answer. */
    static boolean isLast(String line) {
        return words(line).get(0).equals(END);
    }

    /** Returns the answer of its lines. */
    static Answer of(List<String> lines) {
        List<Operation> operations = new ArrayList<>();
        List<Operation> critical = new ArrayList<>();
        List<ServiceInterrupted> interruptions = new ArrayList<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            List<String> words = words(line);
            if (words.get(0).equals("interrupted")) {
                interruptions.add(new ServiceInterrupted(GroupId.of(words.get(1)), words.get(2), nanos(words.get(3))));
            } else {
                Operation operation = operation(words);
                operations.add(operation);
                if (Boolean.parseBoolean(words.get(7))) {
                    critical.add(operation);
                }
            }
        }
        List<String> end = words(lines.get(lines.size() - 1));
        return new Answer(
                GroupId.of(end.get(1)),
                Outcome.valueOf(end.get(2)),
                nanos(end.get(3)),
                end.get(4),
                operations,
                critical,
                interruptions);
    }

    /** Returns what is wrong with an answer, in words: none came because the process died, or the group is not as it was asked to be. */
    static Optional<String> wrong(String what, Optional<Answer> answer) {
        if (answer.isEmpty()) {
            return Optional.of(what + ": the process died");
        }
        return answer.filter(it -> it.outcome != Outcome.DONE && it.outcome != Outcome.NOTHING_TO_DO)
                .map(it -> what + ": " + it.outcome + ": " + it.message);
    }

    @Override
    public List<Failure> failures() {
        return List.of();
    }

    private static Operation operation(List<String> words) {
        return new Done(
                ResourceId.of(words.get(1)),
                Operation.Kind.valueOf(words.get(2)),
                Integer.parseInt(words.get(3)),
                nanos(words.get(4)),
                nanos(words.get(5)),
                Outcome.valueOf(words.get(6)),
                List.copyOf(words.subList(8, words.size())));
    }

    private static Duration nanos(String word) {
        return Duration.ofNanos(Long.parseLong(word));
    }

    private static String line(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8))
                        .toList());
    }

    /** An empty word at the end of a line is a word too. */
    private static List<String> words(String line) {
        return Arrays.stream(line.split(" ", -1))
                .map(it -> URLDecoder.decode(it, StandardCharsets.UTF_8))
                .toList();
    }
}
