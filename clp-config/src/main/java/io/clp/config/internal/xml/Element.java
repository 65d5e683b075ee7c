package io.clp.config.internal.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of the file. What a secret element held is not in it. Filled by the parser, then unmodified.
 *
 * <p>Text is without blanks around it: the file's indentation is irregular, and text of blanks alone stands for empty.
 */
public final class Element {
    private final @Nullable Element parent;
    private final String name;
    private final Map<String, String> attributes;
    private final Place place;
    private boolean secret;
    private final List<Element> children = new ArrayList<>(0);
    private String text = "";

    Element(@Nullable Element parent, String name, Map<String, String> attributes, Place place, boolean secret) {
        this.parent = parent;
        this.name = name;
        this.attributes = attributes;
        this.place = place;
        this.secret = secret;
    }

    void add(Element child) {
        children.add(child);
    }

    void hold(String value) {
        if (Secrets.looksLike(value)) {
            secret = true;
        } else {
            text = value;
        }
    }

    /** Returns the tag. */
    public String name() {
        return name;
    }

    /** Returns the attributes in the order of the file. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Returns an attribute, empty where there is none. */
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** Returns where it begins. */
    public Place place() {
        return place;
    }

    /** Returns whether it held a password, which was dropped. */
    public boolean secret() {
        return secret;
    }

    /** Returns the elements in it, in the order of the file. */
    public List<Element> children() {
        return Collections.unmodifiableList(children);
    }

    /** Returns the elements of a name in it. */
    public List<Element> children(String tag) {
        return children.stream().filter(it -> it.name.equals(tag)).toList();
    }

    /** Returns the first element along a path, "polling/interval". */
    public Optional<Element> find(String path) {
        int slash = path.indexOf('/');
        String head = slash < 0 ? path : path.substring(0, slash);
        for (Element child : children) {
            if (child.name.equals(head)) {
                Optional<Element> found = slash < 0 ? Optional.of(child) : child.find(path.substring(slash + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the text directly in it. */
    public String text() {
        return text;
    }

    /** Returns the text of the first element along a path, empty where there is none. */
    public String text(String path) {
        return find(path).map(Element::text).orElse("");
    }

    /** Returns where it is, "group[web]/start"; the outermost element is left out. */
    public String path() {
        if (parent == null) {
            return name;
        }
        String key = attributes.containsKey("name") ? attribute("name") : attribute("id");
        String own = name + (key.isEmpty() ? "" : "[" + Secrets.masked(key) + "]");
        return parent.parent == null ? own : parent.path() + "/" + own;
    }

    @Override
    public String toString() {
        return path();
    }
}
