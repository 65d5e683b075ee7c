package io.clp.config.internal.xml;

/**
 * A place in the file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column in characters, from 1; 0 for the file as a whole
 */
public record Place(int line, int column) {
    /** The file as a whole. */
    public static final Place WHOLE = new Place(0, 0);
}
