package io.clp.config.internal.script;

import io.clp.script.BatchScript;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts of variables and of paths: {@code %x:~2,3%}, {@code %x:a=b%}, {@code %~dp0}. */
final class Parts {
    private static final String MODIFIERS = "fdpnxsatz";

    private Parts() {}

    /** A part of a value, null where it is written wrongly. */
    static @Nullable String of(String value, String part) {
        return part.startsWith("~") ? range(value, part.substring(1)) : replaced(value, part);
    }

    private static String range(String value, String range) {
        int comma = range.indexOf(',');
        int from = clamp(number(comma < 0 ? range : range.substring(0, comma)), value.length());
        if (comma < 0) {
            return value.substring(from);
        }
        int count = number(range.substring(comma + 1));
        int to = count < 0
                ? Math.max(from, value.length() + count)
                : (int) Math.min(value.length(), (long) from + count);
        return value.substring(from, Math.max(from, to));
    }

    private static int clamp(int from, int length) {
        return from < 0 ? Math.max(0, length + from) : Math.min(from, length);
    }

    private static int number(String text) {
        long value = Numbers.leading(text.strip());
        return (int) Math.max(-1_000_000, Math.min(1_000_000, value));
    }

    private static @Nullable String replaced(String value, String part) {
        int equals = part.indexOf('=', 1);
        if (equals < 0) {
            return null;
        }
        String search = part.substring(0, equals);
        String replacement = part.substring(equals + 1);
        if (search.startsWith("*") && search.length() > 1) {
            int found = indexOf(value, search.substring(1), 0);
            return found < 0 ? value : replacement + value.substring(found + search.length() - 1);
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int found = indexOf(value, search, 0); found >= 0; found = indexOf(value, search, at)) {
            if (out.length() > BatchScript.MAX_LINE) {
                return out.toString(); // too long for a line already, which is told there
            }
            out.append(value, at, found).append(replacement);
            at = found + search.length();
        }
        return out.append(value, at, value.length()).toString();
    }

    private static int indexOf(String value, String search, int from) {
        for (int at = from; at + search.length() <= value.length(); at++) {
            if (value.regionMatches(true, at, search, 0, search.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Where the letters of {@code %~dp0} end. */
    static int modifiersEnd(String line, int from) {
        int to = from;
        while (to < line.length()) {
            if (line.charAt(to) == '$' && line.indexOf(':', to) > 0) {
                to = line.indexOf(':', to) + 1;
            } else if (MODIFIERS.indexOf(Character.toLowerCase(line.charAt(to))) >= 0) {
                to++;
            } else {
                break;
            }
        }
        return to;
    }

    /** An argument with the letters applied; what only the disk knows (size, time, attributes, a search) is empty. */
    static String path(String argument, String modifiers, String directory) {
        String plain = argument.startsWith("\"") ? argument.substring(1) : argument;
        plain = plain.endsWith("\"") ? plain.substring(0, plain.length() - 1) : plain;
        String letters = modifiers.toLowerCase(Locale.ROOT);
        if (letters.isEmpty() || plain.isEmpty()) {
            return plain;
        }
        if (letters.indexOf('$') >= 0) {
            return "";
        }
        String full = Directories.resolve(directory, plain);
        boolean whole = letters.indexOf('f') >= 0;
        int name = full.lastIndexOf('\\') + 1;
        int dot = full.lastIndexOf('.') < name ? full.length() : full.lastIndexOf('.');
        boolean drive = full.length() > 1 && full.charAt(1) == ':';
        StringBuilder out = new StringBuilder();
        out.append(whole || letters.indexOf('d') >= 0 ? full.substring(0, drive ? 2 : 0) : "");
        out.append(whole || letters.indexOf('p') >= 0 ? full.substring(drive ? 2 : 0, name) : "");
        out.append(whole || letters.indexOf('n') >= 0 ? full.substring(name, dot) : "");
        out.append(whole || letters.indexOf('x') >= 0 ? full.substring(dot) : "");
        return out.length() == 0 && letters.equals("s") ? full : out.toString();
    }
}
