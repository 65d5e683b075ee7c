package io.clp.rehearse.page;

import java.util.List;
import java.util.Locale;

/** Text as it stands in a page, and elements around it. */
final class Markup {
    private Markup() {}

    /** Returns text in which nothing is markup; what no page may hold becomes a question mark. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(it -> {
            switch (it) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("    ");
                default -> out.appendCodePoint(allowed(it) ? it : '?');
            }
        });
        return out.toString();
    }

    static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    static String items(List<String> lines) {
        StringBuilder out = new StringBuilder("<ul>\n");
        lines.forEach(it -> out.append(element("li", text(it))).append('\n'));
        return out.append("</ul>\n").toString();
    }

    /** Returns a length on the page, to a thousandth. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static boolean allowed(int codePoint) {
        return codePoint >= ' '
                && !(codePoint >= 0x7f && codePoint <= 0x9f)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                && codePoint != 0xfffe
                && codePoint != 0xffff;
    }
}
