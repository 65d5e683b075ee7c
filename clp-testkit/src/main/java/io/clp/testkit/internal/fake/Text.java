package io.clp.testkit.internal.fake;

import java.util.Locale;

/** Names as Windows compares them. */
final class Text {
    private Text() {}

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
