package io.clp.config.internal.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The encodings that a configuration names, by the names that it uses. */
public final class Encodings {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j"); // what Windows means by it
    private static final Charset EUC = Charset.forName("EUC-JP");

    private static final Map<String, Charset> KNOWN = Map.ofEntries(
            Map.entry("SJIS", SHIFT_JIS),
            Map.entry("SHIFT_JIS", SHIFT_JIS),
            Map.entry("SHIFT-JIS", SHIFT_JIS),
            Map.entry("WINDOWS-31J", SHIFT_JIS),
            Map.entry("CP932", SHIFT_JIS),
            Map.entry("MS932", SHIFT_JIS),
            Map.entry("EUC-JP", EUC),
            Map.entry("EUCJP", EUC),
            Map.entry("UTF-8", StandardCharsets.UTF_8),
            Map.entry("UTF8", StandardCharsets.UTF_8),
            Map.entry("ASCII", StandardCharsets.US_ASCII),
            Map.entry("US-ASCII", StandardCharsets.US_ASCII));

    private Encodings() {}

    /** Returns the encoding of a name, empty where it is not known. */
    public static Optional<Charset> of(String name) {
        return Optional.ofNullable(KNOWN.get(name.toUpperCase(Locale.ROOT)));
    }
}
