package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the resources of a group depend on. */
final class DependencyReader {
    private final Notes notes;
    private final GroupFrame group;
    private final Set<String> clear = new LinkedHashSet<>();

    DependencyReader(Notes notes, GroupFrame group) {
        this.notes = notes;
        this.group = group;
    }

    /** Tells of names that no resource of the group has, and of cycles. */
    void check() {
        for (Member member : group.members()) {
            for (Element depend : member.depends().orElse(List.of())) {
                String name = depend.attribute("name");
                if (!name.isEmpty() && group.member(name).isEmpty()) {
                    notes.problem(depend, "group " + group.name() + " has no resource " + name);
                }
            }
        }
        group.members().forEach(it -> follow(it, new ArrayList<>()));
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
            Collection<String> known = expand(name, new LinkedHashSet<>());
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

    /** The id of a resource; of one that is left out, those of what it depends on. */
    private Collection<String> expand(String name, Set<String> seen) {
        Optional<Member> member = group.member(name);
        if (member.isEmpty() || !seen.add(name)) {
            return List.of();
        }
        if (member.get().spec().isPresent()) {
            return List.of(member.get().found().id());
        }
        Set<String> all = new LinkedHashSet<>();
        for (Element depend : member.get().depends().orElse(List.of())) {
            all.addAll(expand(depend.attribute("name"), seen));
        }
        return all;
    }
}
