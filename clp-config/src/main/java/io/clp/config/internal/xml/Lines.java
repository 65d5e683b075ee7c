package io.clp.config.internal.xml;

import java.util.Arrays;

/** Where the lines of a text begin. A line ends with LF, CR LF, or CR alone. Immutable. */
final class Lines {
    private final int[] starts;
    private final int count;

    Lines(CharSequence text) {
        int[] found = new int[256];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (lines == found.length) {
                    found = Arrays.copyOf(found, lines * 2);
                }
                found[lines++] = i + 1;
            }
        }
        starts = found;
        count = lines;
    }

    Place at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, offset - starts[line] + 1);
    }
}
