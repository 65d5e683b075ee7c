package io.clp.internal.definition;

import io.clp.DefinitionException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names may look like. */
public final class Names {
    private static final Pattern NODE = Pattern.compile("[^\\s\\p{Z}\\\\/:*?\"<>|.\\p{Cntrl}]{1,15}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SERVICE = Pattern.compile("[^\\\\/\\p{Cntrl}]{1,256}");

    private static final Pattern VARIABLE = Pattern.compile("[^=\\p{Cntrl}]+");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}&&[^\t]]*");

    private static final char ASCII = 0x7F;

    private Names() {}

    /** Returns a name in the form in which names are compared where case does not count. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the hash code of a name's folded form, without making that where the name is ASCII. */
    public static int foldedHash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > ASCII) {
                return fold(name).hashCode();
            }
            hash = 31 * hash + lower(c);
        }
        return hash;
    }

    /** Returns whether two names are the same in their folded forms, without making these where the names are ASCII. */
    public static boolean sameFolded(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a > ASCII || b > ASCII) {
                return fold(one).equals(fold(other));
            }
            if (a != b && lower(a) != lower(b)) {
                return false;
            }
        }
        return one.length() == other.length();
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    /** Returns what is wrong with a node's name, or null. */
    public static @Nullable String nodeProblem(@Nullable String value) {
        return value != null && NODE.matcher(value).matches()
                ? null
                : "a node's name has 1 to 15 characters, no blank and none of \\ / : * ? \" < > | .";
    }

    /** Returns what is wrong with the id of a group or a resource, or null. */
    public static @Nullable String idProblem(@Nullable String value) {
        return value != null && ID.matcher(value).matches()
                ? null
                : "an id has 1 to 64 letters, digits, '-', '_' or '.', and begins with a letter or digit";
    }

    /** Returns what is wrong with a service's short name, or null. */
    public static @Nullable String serviceProblem(@Nullable String value) {
        return value != null && !value.isBlank() && SERVICE.matcher(value).matches()
                ? null
                : "a service's short name has 1 to 256 characters, none of them / or \\";
    }

    /** Returns what is wrong with an environment variable, or null. Its value is not part of the answer: it may be a secret. */
    public static @Nullable String variableProblem(@Nullable String name, @Nullable String value) {
        if (name == null || !VARIABLE.matcher(name).matches()) {
            return "a variable's name has at least one character, no =, and none that controls";
        }
        return value != null && VALUE.matcher(value).matches()
                ? null
                : "a variable's value is one line without characters that control";
    }

    /** Throws where a node's name is not one. */
    public static void requireNode(String field, @Nullable String value) {
        require(field, value, nodeProblem(value));
    }

    /** Throws where an id is not one. */
    public static void requireId(String field, @Nullable String value) {
        require(field, value, idProblem(value));
    }

    private static void require(String field, @Nullable String value, @Nullable String problem) {
        if (problem != null) {
            throw new DefinitionException(
                    field + " id", List.of(new DefinitionException.Problem(field, String.valueOf(value), problem)));
        }
    }
}
