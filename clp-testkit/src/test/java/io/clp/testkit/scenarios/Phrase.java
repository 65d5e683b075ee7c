package io.clp.testkit.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of the language: "move GROUP to NODE". Words in capitals are places for one word; NODES, GROUPS and TEXT take the rest of the line.
 *
 * @param text the line, with its places
 * @param pattern matches lines of that kind
 * @param places the places, in order
 */
record Phrase(String text, Pattern pattern, List<String> places) {
    private static final List<String> LONG = List.of("NODES", "GROUPS", "TEXT");
    private static final Pattern PLACE = Pattern.compile("[A-Z]{4,}");

    static Phrase of(String text) {
        List<String> places = new ArrayList<>();
        String pattern = Pattern.compile(" ")
                .splitAsStream(text)
                .map(word -> {
                    if (!PLACE.matcher(word).matches()) {
                        return Pattern.quote(word);
                    }
                    places.add(word);
                    return LONG.contains(word) ? "(.+)" : "(\\S+)";
                })
                .collect(Collectors.joining(" +"));
        return new Phrase(text, Pattern.compile(pattern), List.copyOf(places));
    }

    /** Returns what stands at the places of a line; empty where the line is of another kind. */
    Optional<Words> match(String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            words.put(places.get(i), matcher.group(i + 1));
        }
        return Optional.of(new Words(words));
    }

    @Override
    public String toString() {
        return text;
    }
}
