package io.clp.resource;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a script says: its broadcasts, whose text is its own, and what it wrote. */
final class ScriptText implements MessageCatalog {
    /** The key of every broadcast of a script. */
    static final String KEY = "script";

    private static final int FIRST = 100;
    private static final int LAST = 100;
    private static final int WIDTH = 500;

    @Override
    public String text(String key, Locale locale, List<Object> arguments) {
        return key.equals(KEY) && arguments.size() == 1
                ? String.valueOf(arguments.get(0))
                : MessageCatalog.keysOnly().text(key, locale, arguments);
    }

    /** Returns the lines of an output that are not blank; of very many the first and the last. */
    static List<String> lines(String output) {
        List<String> all = output.lines()
                .filter(it -> !it.isBlank())
                .map(ScriptText::shown)
                .toList();
        int left = all.size() - FIRST - LAST;
        return left <= 0
                ? all
                : Stream.of(
                                all.subList(0, FIRST),
                                List.of("[" + left + " lines left out]"),
                                all.subList(all.size() - LAST, all.size()))
                        .flatMap(List::stream)
                        .toList();
    }

    /** Returns a line without what would be more than text where it is shown, and not longer than people read. */
    private static String shown(String line) {
        String text = line.stripTrailing().replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
        if (text.length() <= WIDTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(WIDTH - 1)) ? WIDTH - 1 : WIDTH;
        return text.substring(0, end) + "...";
    }
}
