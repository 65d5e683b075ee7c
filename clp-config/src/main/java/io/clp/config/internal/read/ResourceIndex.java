package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources of the file by name, and which of them some group has. Not thread-safe. */
final class ResourceIndex {
    private final Notes notes;
    private final Map<String, Found> byName = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    ResourceIndex(Element root, Notes notes, Ids ids) {
        this.notes = notes;
        for (Element section : root.children("resource")) {
            section.children("types").forEach(it -> notes.kept(it, "follows from what is listed"));
            section.children().stream()
                    .filter(it -> !it.name().equals("types"))
                    .forEach(it -> ids.reserve(it.attribute("name")));
            section.children().stream().filter(it -> !it.name().equals("types")).forEach(it -> add(it, ids));
        }
    }

    private void add(Element element, Ids ids) {
        String name = element.attribute("name");
        if (name.isEmpty()) {
            notes.problem(element, "a resource without a name");
            return;
        }
        Found found = new Found(element.name(), name, ids.of(name, element.name()), element);
        Found before = byName.putIfAbsent(name, found);
        if (before != null) {
            notes.problem(
                    element,
                    "two resources are named " + name + "; the other one is in line "
                            + before.element().place().line());
        } else if (!found.id().equals(name)) {
            notes.differs(element, "its id here is " + found.id());
        }
    }

    Optional<Found> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Notes that a group has a resource; returns whether it is the first. */
    boolean use(Found resource) {
        return used.add(resource.name());
    }

    /** Tells which resources no group has. */
    void checkAllUsed() {
        byName.values().stream()
                .filter(it -> !used.contains(it.name()))
                .forEach(it -> notes.problem(it.element(), "no group has the resource " + it.type() + "@" + it.name()));
    }
}
