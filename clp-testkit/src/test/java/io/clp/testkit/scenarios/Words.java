package io.clp.testkit.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What stood in a line at the places that a {@link Phrase} leaves open.
 *
 * @param byPlace the words, by the name of the place
 */
record Words(Map<String, String> byPlace) {
    private static final List<String> UNITS = List.of("ms", "s", "m", "h");
    private static final long[] MILLIS = {1, 1_000, 60_000, 3_600_000};

    String of(String place) {
        String word = byPlace.get(place);
        if (word == null) {
            throw new IllegalStateException("the phrase has no place " + place + ", only " + byPlace.keySet());
        }
        return word;
    }

    String[] list(String place) {
        return of(place).split(" +", -1);
    }

    int number() {
        try {
            return Integer.parseInt(of("NUMBER"));
        } catch (NumberFormatException e) {
            throw new WrongLineException("expected a number, not \"" + of("NUMBER") + "\"", e);
        }
    }

    Duration time() {
        return time(of("TIME"));
    }

    /** Reads a time: 500ms, 10s, 5m, 2h. */
    static Duration time(String text) {
        String unit = text.replaceFirst("^-?[0-9]+", "");
        int which = UNITS.indexOf(unit);
        if (which < 0 || unit.equals(text)) {
            throw new WrongLineException("expected a time like 500ms, 10s, 5m or 2h, not \"" + text + "\"");
        }
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - unit.length())) * MILLIS[which]);
    }
}
