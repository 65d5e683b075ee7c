package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import io.clp.config.internal.xml.Encodings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what the file says of itself: that it is one, for which system, and in which encoding the scripts are. */
final class SettingsReader {
    private static final Set<String> SECTIONS = Set.of("all", "cluster", "server", "group");

    private final Notes notes;

    SettingsReader(Notes notes) {
        this.notes = notes;
    }

    /** Returns whether the file is a configuration for Windows; otherwise what it is instead is a problem. */
    boolean isForWindows(Element root) {
        if (!root.name().equals("root") || root.children().stream().noneMatch(it -> SECTIONS.contains(it.name()))) {
            notes.problem(root, "this is no clp.conf: <root> with <cluster>, <server> and <group> is expected");
            return false;
        }
        Optional<Element> system = root.find("all/serveros");
        String name = system.map(Element::text).orElse("").toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("windows")) {
            system.ifPresent(notes::kept);
            return true;
        }
        notes.problem(system.orElse(root), "a configuration for " + name + "; only those for windows are read");
        return false;
    }

    /** Returns the encoding of the scripts. */
    Charset encoding(Element root) {
        Optional<Element> found =
                root.find("all/encode").filter(it -> !it.text().isEmpty());
        found.ifPresent(it -> notes.kept(it, "the encoding of this file and of the scripts"));
        return found.flatMap(it -> Encodings.of(it.text())).orElse(StandardCharsets.UTF_8);
    }

    /** Returns the cluster's name. */
    String name(Element root) {
        Optional<Element> found =
                root.find("cluster/name").filter(it -> !it.text().isEmpty());
        if (found.isEmpty()) {
            notes.problem(root.find("cluster").orElse(root), "the cluster's name is missing: cluster/name");
        }
        found.ifPresent(notes::kept);
        return found.map(Element::text).orElse("");
    }
}
