package io.clp.rehearse.arguments;

import java.util.Iterator;
import java.util.List;

/** Reads the words of a command line, one after another. Not thread-safe. */
public final class Arguments {
    private final Iterator<String> words;

    /**
     * Begins with the first word.
     *
     * @param words as the program got them
     */
    public Arguments(List<String> words) {
        this.words = List.copyOf(words).iterator();
    }

    /** {@return whether there is another word} */
    public boolean hasNext() {
        return words.hasNext();
    }

    /** {@return the next word} */
    public String next() {
        return words.next();
    }

    /**
     * Returns the value of an option, which is the next word.
     *
     * @param option the option, for the message
     * @throws UsageException there is no other word
     */
    public String value(String option) throws UsageException {
        if (!words.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return words.next();
    }

    /**
     * Returns the value of an option that is one of several.
     *
     * @param option the option, for the message
     * @param known what it may be
     * @throws UsageException it is something else
     */
    public String oneOf(String option, List<String> known) throws UsageException {
        String value = value(option);
        if (!known.contains(value)) {
            throw new UsageException(option + " is one of " + String.join(", ", known) + ", not \"" + value + "\"");
        }
        return value;
    }

    /**
     * Returns the value of an option that is a whole number.
     *
     * @param option the option, for the message
     * @param least the least that it may be
     * @param most the most that it may be
     * @throws UsageException it is something else
     */
    public long number(String option, long least, long most) throws UsageException {
        return number(option, value(option), least, most);
    }

    /**
     * Returns a word as a whole number.
     *
     * @param option the option, for the message
     * @param word what should be one
     * @param least the least that it may be
     * @param most the most that it may be
     * @throws UsageException it is something else
     */
    public static long number(String option, String word, long least, long most) throws UsageException {
        String wanted = option + " is a whole number"
                + (least == Long.MIN_VALUE ? "" : " from " + least + " to " + most) + ", not \"" + word + "\"";
        try {
            long number = Long.parseLong(word);
            if (number < least || number > most) {
                throw new UsageException(wanted);
            }
            return number;
        } catch (NumberFormatException e) {
            throw (UsageException) new UsageException(wanted).initCause(e);
        }
    }
}
