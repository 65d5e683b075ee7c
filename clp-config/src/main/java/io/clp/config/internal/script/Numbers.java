package io.clp.config.internal.script;

import java.util.OptionalInt;

/** Numbers as the command interpreter reads them: decimal, hexadecimal with 0x, octal with 0. */
final class Numbers {
    private Numbers() {}

    /** The number that a text is, whole; empty where it is none or does not fit 32 bits. */
    static OptionalInt whole(String text) {
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        String digits = text.substring(sign);
        int radix = 10;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.charAt(0) == '0') {
            radix = 8;
        }
        if (digits.isEmpty() || !Character.isLetterOrDigit(digits.charAt(0))) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt((text.startsWith("-") ? "-" : "") + digits, radix));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** The decimal number that a text begins with, 0 where it begins with none, at the bounds of 32 bits where it does not fit. */
    static int leading(String text) {
        int to = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        long value = 0;
        while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            value = Math.min(Integer.MAX_VALUE, value * 10 + (text.charAt(to) - '0'));
            to++;
        }
        return (int) (text.startsWith("-") ? -value : value);
    }
}
