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
    /**
     * Keeps a copy of the arguments.
     *
     * @param node the node on which the resource ran
     * @param group the group whose resource it is
     * @param epoch the highest epoch of the group's starts; 0 where none had one
     * @param sequence the place among all events of the controller
     * @param resource the resource that told it
     * @param key the key of a text in the catalog
     * @param arguments in the order in which the text names them; none is null
     * @param catalog the texts of the resource, {@link io.clp.resource.Resource#messages()}
     */
    public MessageBroadcast {
        arguments = List.copyOf(arguments);
    }

    /**
     * Returns the text for people.
     *
     * @param locale the language wanted
     * @return the text in that language, or in the one that the catalog has instead; the key where the catalog does not
     *     know it
     */
    public String text(Locale locale) {
        return catalog.text(key, locale, arguments);
    }
}
