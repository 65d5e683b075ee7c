package io.clp.benchmarks.demo;

import io.clp.MessageBroadcast;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Reports log broadcasts in English; this puts them into the language that was asked for. */
final class Translation {
    private Translation() {}

    /**
     * Returns what translates lines of a log.
     *
     * @param heard the broadcasts that the lines may be of
     * @param language the language wanted
     */
    static UnaryOperator<String> to(Locale language, List<MessageBroadcast> heard) {
        return line -> heard.stream()
                .filter(it -> line.equals(command(it.text(Locale.ENGLISH))))
                .findFirst()
                .map(it -> command(it.text(language)))
                .orElse(line);
    }

    private static String command(String text) {
        return "ARMBCAST /MSG \"" + text + "\" /A";
    }
}
