package io.clp.resource;

import java.util.List;
import java.util.Locale;

/** Where the texts of broadcast messages are. Implementations are immutable. */
@FunctionalInterface
public interface MessageCatalog {
    /**
     * Returns a message's text.
     *
     * @param key which message
     * @param locale the language wanted; another one where there is no text in it
     * @param arguments what the text needs
     * @return the text; the key itself where it is unknown
     */
    String text(String key, Locale locale, List<Object> arguments);

    /** {@return a catalog without texts: the key, and the arguments behind it, stand for the text} */
    static MessageCatalog keysOnly() {
        return (key, locale, arguments) -> arguments.isEmpty() ? key : key + " " + arguments;
    }
}
