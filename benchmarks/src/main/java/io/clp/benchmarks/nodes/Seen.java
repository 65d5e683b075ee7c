package io.clp.benchmarks.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a client saw of a move: the last good answer before its longest silence, the first one after it, and the errors in between.
 *
 * @param last the last good answer of the node before
 * @param first the first good answer of the node after
 * @param errors how many errors there were in between, by kind
 * @param problems what should not have been, in words: an error outside of the interruption, an answer of the wrong node
 */
record Seen(Optional<Asked> last, Optional<Asked> first, Map<String, Integer> errors, List<String> problems) {
    /**
     * Judges what a client was told from before the move until after it.
     *
     * @param asked in order
     * @param from the node that answers first; may be the same as the one that answers last, where only the service was restarted
     * @param to the node that answers last
     */
    static Seen of(List<Asked> asked, String from, String to) {
        int silence = beginOfSilence(asked, from, to);
        Optional<Asked> last = silence > 0 ? Optional.of(asked.get(silence - 1)) : Optional.empty();
        int end = silence;
        while (end < asked.size() && !asked.get(end).answered()) {
            end++;
        }
        Optional<Asked> first = end < asked.size() ? Optional.of(asked.get(end)) : Optional.empty();
        Map<String, Integer> errors = new TreeMap<>();
        asked.subList(silence, end).forEach(it -> errors.merge(it.error(), 1, Integer::sum));
        List<String> problems = new ArrayList<>();
        asked.subList(0, silence).forEach(it -> check(it, from, "before the interruption", problems));
        asked.subList(end, asked.size()).forEach(it -> check(it, to, "after the interruption", problems));
        if (last.isEmpty() || first.isEmpty()) {
            problems.add("no good answer " + (last.isEmpty() ? "before" : "after") + " the interruption");
        }
        return new Seen(last, first, errors, problems);
    }

    /** {@return how long the client was without a good answer: from the last good one until it had the first one} */
    Duration gap() {
        return last.isPresent() && first.isPresent()
                ? Duration.ofNanos(first.get().known() - last.get().known())
                : Duration.ZERO;
    }

    /** {@return the errors in words} */
    String errorsInWords() {
        return errors.isEmpty()
                ? "no error in between"
                : errors.entrySet().stream()
                        .map(it -> it.getValue() + " x " + it.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** The first answer that is not the first node's own; for a restart in place, the first error. Nothing: the end. */
    private static int beginOfSilence(List<Asked> asked, String from, String to) {
        for (int i = 0; i < asked.size(); i++) {
            Asked it = asked.get(i);
            if (!it.answered() || (!from.equals(to) && it.node().equals(to))) {
                return i;
            }
        }
        return asked.size();
    }

    private static void check(Asked asked, String node, String when, List<String> problems) {
        if (!asked.answered()) {
            problems.add("an error " + when + ": " + asked.error());
        } else if (!asked.node().equals(node)) {
            problems.add("an answer of " + asked.node() + " " + when);
        }
    }
}
