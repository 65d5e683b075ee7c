package io.clp.config.internal.read;

import java.util.ArrayList;
import java.util.List;

/** A command line as a program and its arguments: separated by blanks, except within quotation marks. */
final class CommandLine {
    private CommandLine() {}

    static List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (any) {
                    parts.add(part.toString());
                    part.setLength(0);
                    any = false;
                }
            } else {
                part.append(c);
                any = true;
            }
        }
        if (any) {
            parts.add(part.toString());
        }
        return parts;
    }
}
