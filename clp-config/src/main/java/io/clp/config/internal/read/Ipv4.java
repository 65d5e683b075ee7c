package io.clp.config.internal.read;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** IPv4 addresses as numbers. */
final class Ipv4 {
    private static final Pattern FORM = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final int BITS = 32;

    private Ipv4() {}

    /** Returns the number of an address, empty where it is none. */
    static OptionalLong parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long value = 0;
        int begin = 0;
        while (begin <= text.length()) {
            int dot = text.indexOf('.', begin);
            int end = dot < 0 ? text.length() : dot;
            int part = Integer.parseInt(text.substring(begin, end));
            if (part > 255) {
                return OptionalLong.empty();
            }
            value = value << 8 | part;
            begin = end + 1;
        }
        return OptionalLong.of(value);
    }

    /** Returns whether two addresses lie in one subnet. */
    static boolean together(long one, long other, int prefix) {
        return (one ^ other) >>> (BITS - prefix) == 0;
    }
}
