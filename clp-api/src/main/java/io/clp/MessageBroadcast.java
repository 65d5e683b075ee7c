package io.clp;

import io.clp.resource.MessageCatalog;
import java.util.List;
import java.util.Locale;

/**
 * A resource told everybody something: what {@code ARMBCAST /MSG "..." /A} does in the guide's scripts.
 *
 * @param node where
 * @param group whose resource
 * @param epoch the group's epoch
 * @param sequence the event's place
 * @param resource which resource
 * @param key which message
 * @param arguments what the message's text needs
 * @param catalog where the texts are
 */
public record MessageBroadcast(
        NodeId node,
        GroupId group,
        long epoch,
        long sequence,
        ResourceId resource,
        String key,
        List<Object> arguments,
        MessageCatalog catalog)
        implements GroupEvent {
    /** Keeps a copy of the arguments. */
    public MessageBroadcast {
        arguments = List.copyOf(arguments);
    }

    /** Returns the text in a language; in English where the resource has none in that language. */
    public String text(Locale locale) {
        return catalog.text(key, locale, arguments);
    }
}
