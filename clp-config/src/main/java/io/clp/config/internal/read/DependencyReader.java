package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the resources of a group depend on. */
final class DependencyReader {
    private final Notes notes;
    private final GroupFrame group;
    private final Set<String> clear = new LinkedHashSet<>();
    private final Map<String, Collection<String>> expanded = new HashMap<>();

    DependencyReader(Notes notes, GroupFrame group) {
        this.notes = notes;
        this.group = group;
    }

    /** Tells of names that no resource of the group has, and of cycles; returns whether there are none. */
    boolean check() {
        int before = notes.problemCount();
        for (Member member : group.members()) {
            for (Element depend : member.depends().orElse(List.of())) {
                String name = depend.attribute("name");
                if (!name.isEmpty() && group.member(name).isEmpty()) {
                    notes.problem(depend, "group " + group.name() + " has no resource " + name);
                }
            }
        }
        group.members().forEach(it -> follow(it, new ArrayList<>()));
        return notes.problemCount() == before;
    }

    private void follow(Member member, List<String> path) {
        String name = member.found().name();
        if (clear.contains(name)) {
            return;
        }
        path.add(name);
        for (Element depend : member.depends().orElse(List.of())) {
            String next = depend.attribute("name");
            int at = path.indexOf(next);
            if (at >= 0) {
                notes.problem(
                        depend,
                        "a cycle of dependencies: " + String.join(" -> ", path.subList(at, path.size())) + " -> "
                                + next);
            } else {
                group.member(next).ifPresent(it -> follow(it, path));
            }
        }
        path.remove(path.size() - 1);
        clear.add(name);
    }

    /** Returns the ids that a member depends on; null for the default. */
    @Nullable
    List<String> of(Member member) {
        Optional<List<Element>> depends = member.depends();
        if (depends.isEmpty()) {
            return null;
        }
        Set<String> found = new LinkedHashSet<>();
        for (Element depend : depends.get()) {
            String name = depend.attribute("name");
            if (name.isEmpty()) {
                notes.kept(depend, "no dependency");
                continue;
            }
            Collection<String> known = expand(name);
            if (group.member(name).flatMap(Member::spec).isPresent()) {
                notes.kept(depend);
            } else {
                notes.differs(
                        depend,
                        name + " is left out; "
                                + (known.isEmpty()
                                        ? "this dependency falls away"
                                        : "what it depends on stands for it"));
            }
            found.addAll(known);
        }
        return List.copyOf(found);
    }

    /** The id of a resource; of one that is left out, those of what it depends on. Not asked where there is a cycle. */
    private Collection<String> expand(String name) {
        Collection<String> known = expanded.get(name);
        if (known != null) {
            return known;
        }
        Optional<Member> member = group.member(name);
        Set<String> all = new LinkedHashSet<>();
        if (member.flatMap(Member::spec).isPresent()) {
            all.add(member.get().found().id());
        } else {
            List<Element> depends = member.flatMap(Member::depends).orElse(List.of());
            depends.forEach(it -> all.addAll(expand(it.attribute("name"))));
        }
        expanded.put(name, all);
        return all;
    }
}
