package io.clp.benchmarks.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a client saw of a move: its silences, and what should not have been.
 *
 * @param silences in order; the first one is that in which the site changed its node, where it did. In two-way standby there may be a
 *     second one: IIS runs on the other node already, so the site is there as soon as its address and its files are, and is interrupted
 *     again when IIS is restarted
 * @param problems what should not have been, in words: an error outside of the move, an answer of the wrong node, no answer at all
 */
record Seen(List<Silence> silences, List<String> problems) {
    /**
     * Errors, or none, between two good answers.
     *
     * @param last the last good answer before
     * @param first the first good answer after
     * @param errors how many errors there were in between, by kind
     */
    record Silence(Asked last, Asked first, Map<String, Integer> errors) {
        /** {@return how long the client was without a good answer: from the last one it had until it had the first one} */
        Duration duration() {
            return Duration.ofNanos(first.known() - last.known());
        }

        /** {@return the errors in words} */
        String errorsInWords() {
            return errors.isEmpty()
                    ? "no error in between"
                    : errors.entrySet().stream()
                            .map(it -> it.getValue() + " x " + it.getKey())
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * Judges what a client was told from before the move until after it.
     *
     * @param asked in order
     * @param from the node that answers first; may be the same as the one that answers last, where only the service was restarted
     * @param to the node that answers last
     * @param begun when the move began
     * @param ended when it ended
     */
    static Seen of(List<Asked> asked, String from, String to, long begun, long ended) {
        List<Silence> silences = new ArrayList<>();
        Set<String> problems = new LinkedHashSet<>();
        Map<String, Integer> errors = new TreeMap<>();
        Optional<Asked> last = Optional.empty();
        for (Asked it : asked) {
            if (!it.answered()) {
                errors.merge(it.error(), 1, Integer::sum);
                outside(it, begun, ended).ifPresent(problems::add);
                continue;
            }
            String before = last.map(Asked::node).orElse(from);
            if (!it.node().equals(before) && !(before.equals(from) && it.node().equals(to))) {
                problems.add("an answer of " + it.node() + " after one of " + before);
            }
            if (last.isPresent() && (!errors.isEmpty() || !it.node().equals(before))) {
                silences.add(new Silence(last.get(), it, errors));
                errors = new TreeMap<>();
            }
            last = Optional.of(it);
        }
        if (!last.map(Asked::node).orElse("nobody").equals(to) || !errors.isEmpty()) {
            problems.add("no good answer of " + to + " in the end");
        }
        return new Seen(silences, List.copyOf(problems));
    }

    private static Optional<String> outside(Asked error, long begun, long ended) {
        return error.known() < begun
                ? Optional.of("an error before the move: " + error.error())
                : error.asked() > ended ? Optional.of("an error after the move: " + error.error()) : Optional.empty();
    }

    /** {@return the silence in which the site changed its node, or the only one of a restart in place} */
    Optional<Silence> first() {
        return silences.stream().findFirst();
    }
}
