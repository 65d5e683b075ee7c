package io.clp.script;

import java.util.Objects;

/**
 * A line of a script that is kept but not understood. Immutable.
 *
 * @param file the script's file name
 * @param line the line, from 1
 * @param text the line as it is written
 * @param why what is not understood in it
 */
public record OpaqueLine(String file, int line, String text, String why) {
    /**
     * Refuses nulls.
     *
     * @param file the script's file name
     * @param line the line, from 1
     * @param text the line as it is written
     * @param why what is not understood in it
     */
    public OpaqueLine {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(why, "why");
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + why + ": " + text;
    }
}
