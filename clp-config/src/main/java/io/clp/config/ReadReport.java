package io.clp.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of each element of a configuration. Nothing is missing: an element without an entry of its own is covered by the nearest
 * one around it that has one.
 *
 * @param entries in the order of the file
 */
public record ReadReport(List<Entry> entries) {
    /** What became of an element. */
    public enum Fate {
        /** It means the same here. */
        KEPT,
        /** It has a place here, and means something else in the way that the entry says. */
        KEPT_WITH_A_DIFFERENCE,
        /** It has no place here; the entry says why. */
        LEFT_OUT
    }

    /**
     * An element, with what it holds, and what became of it.
     *
     * @param path the element, "group[web]/resource[fip@fip1]"; an attribute is "element/@attribute"
     * @param line where it begins, from 1
     * @param column where in the line, in characters, from 1
     * @param fate what became of it
     * @param what in words: what it is here, which difference, or why not; holds no password
     */
    public record Entry(String path, int line, int column, Fate fate, String what) {
        @Override
        public String toString() {
            String name = fate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return line + ":" + column + ": " + path + ": " + name + (what.isEmpty() ? "" : ": " + what);
        }
    }

    /**
     * Copies the entries.
     *
     * @param entries in the order of the file
     */
    public ReadReport {
        entries = List.copyOf(entries);
    }

    /**
     * Returns the entries of one fate.
     *
     * @param fate which
     * @return in the order of the file; may be empty
     */
    public List<Entry> entries(Fate fate) {
        return entries.stream().filter(it -> it.fate() == fate).toList();
    }

    /**
     * Returns the entry of an element.
     *
     * @param path as in {@link Entry#path()}
     * @return those of this very path, more than one where the file has several such elements; empty where it is covered by another
     */
    public List<Entry> at(String path) {
        return entries.stream().filter(it -> it.path().equals(path)).toList();
    }

    /** {@return one line for each entry} */
    @Override
    public String toString() {
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }
}
