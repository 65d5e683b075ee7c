package io.clp.config.internal.xml;

import java.util.Arrays;

/**
 * Where the start tags of a document are. The parser tells where it is, not where a tag began; in a well-formed document nothing but
 * comments, CDATA sections and processing instructions can hold another {@code <}, so the n-th tag here is the n-th that it reports.
 */
final class StartTags {
    private final String text;
    private final int limit;
    private int[] offsets = new int[1024];
    private int count;
    private int doctype = -1;

    StartTags(String text, int limit) {
        this.text = text;
        this.limit = limit;
        int at = text.indexOf('<');
        while (at >= 0 && doctype < 0 && count <= limit) {
            at = text.indexOf('<', after(at));
        }
    }

    /** Returns the offset of a start tag, or a negative number where the document has fewer. */
    int offset(int index) {
        return index < count ? offsets[index] : -1;
    }

    /** Returns the offset of the document type declaration, or a negative number where there is none. */
    int doctype() {
        return doctype;
    }

    /** Returns the offset of the first tag too many, or a negative number. */
    int excess() {
        return count > limit ? offsets[count - 1] : -1;
    }

    private int after(int at) {
        if (text.startsWith("<!--", at)) {
            return end("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return end("]]>", at + 9);
        }
        if (text.startsWith("<?", at)) {
            return end("?>", at + 2);
        }
        if (text.startsWith("<!", at)) {
            doctype = at;
        } else if (!text.startsWith("</", at)) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            offsets[count++] = at;
        }
        return at + 1;
    }

    private int end(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }
}
