package io.clp.testkit.scenarios;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines that are understood at one place, and what each does. Not thread-safe. */
final class Vocabulary {
    private final String what;
    private final Map<Phrase, Body> bodies = new LinkedHashMap<>();

    /** What a line does. */
    @FunctionalInterface
    interface Body {
        void run(Words words);
    }

    /** Makes an empty vocabulary for lines of a kind: "command". */
    Vocabulary(String what) {
        this.what = what;
    }

    Vocabulary add(String phrase, Body body) {
        bodies.put(Phrase.of(phrase), body);
        return this;
    }

    /** Does what a line says. */
    void say(String line) {
        for (Map.Entry<Phrase, Body> each : bodies.entrySet()) {
            Optional<Words> words = each.getKey().match(line);
            if (words.isPresent()) {
                each.getValue().run(words.get());
                return;
            }
        }
        throw new WrongLineException("no such " + what + "; there are: "
                + bodies.keySet().stream().map(Phrase::text).collect(Collectors.joining("; ")));
    }
}
