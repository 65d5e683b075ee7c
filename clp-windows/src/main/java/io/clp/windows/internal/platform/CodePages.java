package io.clp.windows.internal.platform;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The charsets of Windows' code pages. */
final class CodePages {
    /** Those whose charset Java does not name by their number, or not by the name tried first. */
    private static final Map<Integer, String> NAMES = Map.of(
            932, "windows-31j",
            936, "GBK",
            949, "x-windows-949",
            950, "x-windows-950",
            20127, "US-ASCII",
            54936, "GB18030",
            65001, "UTF-8");

    /** An OEM code page is an IBM one nearly always. */
    private static final List<String> PATTERNS = List.of("IBM%d", "IBM%05d", "x-IBM%d", "windows-%d", "x-windows-%d");

    private CodePages() {}

    /**
     * Returns the charset of a code page. Of one that this Java does not have, ASCII is right and each other byte is one character: what a
     * program wrote stays recognizable.
     */
    static Charset charset(int codePage) {
        String name = NAMES.get(codePage);
        if (name != null && supported(name)) {
            return Charset.forName(name);
        }
        return PATTERNS.stream()
                .map(pattern -> String.format(Locale.ROOT, pattern, codePage))
                .filter(CodePages::supported)
                .findFirst()
                .map(Charset::forName)
                .orElse(StandardCharsets.ISO_8859_1);
    }

    private static boolean supported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
