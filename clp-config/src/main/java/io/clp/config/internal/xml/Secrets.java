package io.clp.config.internal.xml;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is a secret: whatever is named a password, and what looks like an encrypted one. */
public final class Secrets {
    private static final Pattern ENCRYPTED = Pattern.compile("[0-9A-Fa-f]{32,}");

    private Secrets() {}

    static boolean named(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        return name.contains("password") || name.contains("passwd") || name.contains("pwd");
    }

    static boolean looksLike(String text) {
        return ENCRYPTED.matcher(text).matches();
    }

    /** Returns a text for people, without what looks like an encrypted password. */
    public static String masked(String text) {
        return ENCRYPTED.matcher(text).replaceAll("(not shown)");
    }
}
