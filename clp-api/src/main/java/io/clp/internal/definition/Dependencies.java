package io.clp.internal.definition;

import io.clp.ResourceId;
import io.clp.resource.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each resource of a group directly depends on: by tier, or as said. */
final class Dependencies {
    private Dependencies() {}

    /** Returns the edges; where there is a cycle or an unknown name, adds the problem and leaves those edges out. */
    static Map<ResourceId, Set<ResourceId>> resolve(
            List<ResourceEntry> entries, Map<ResourceId, Resource> resources, Problems problems) {
        Map<ResourceId, Set<ResourceId>> edges = new LinkedHashMap<>();
        Map<String, ResourceId> byName = new HashMap<>();
        resources.keySet().forEach(it -> byName.put(it.value(), it));
        for (ResourceEntry entry : entries) {
            if (edges.containsKey(entry.resource().id())) {
                continue;
            }
            Set<ResourceId> into = new LinkedHashSet<>();
            List<String> instead = entry.instead();
            if (instead == null) {
                addLowerTiers(entry.resource(), resources, into);
            } else {
                addNamed("dependsOn", instead, entry, byName, into, problems);
            }
            addNamed("alsoDependsOn", entry.also(), entry, byName, into, problems);
            edges.put(entry.resource().id(), Collections.unmodifiableSet(into));
        }
        List<ResourceId> cycle = findCycle(edges);
        if (!cycle.isEmpty()) {
            String path = cycle.stream().map(ResourceId::value).collect(Collectors.joining(" -> "));
            problems.add("dependsOn", path, "the resources depend on one another in a circle");
            edges.replaceAll((id, targets) -> Set.of());
        }
        return edges;
    }

    private static void addLowerTiers(Resource resource, Map<ResourceId, Resource> resources, Set<ResourceId> into) {
        for (Resource other : resources.values()) {
            if (other.tier().level() < resource.tier().level()) {
                into.add(other.id());
            }
        }
    }

    private static void addNamed(
            String field,
            List<String> names,
            ResourceEntry entry,
            Map<String, ResourceId> byName,
            Set<ResourceId> into,
            Problems problems) {
        for (String name : names) {
            ResourceId target = byName.get(name);
            if (target == null) {
                problems.add(
                        field,
                        name,
                        "resource " + entry.resource().id() + " depends on it, and the group has none of that id");
            } else {
                into.add(target);
            }
        }
    }

    /** Returns one circle, its first element repeated at the end, or nothing. Depth first without recursion: groups may be deep. */
    static List<ResourceId> findCycle(Map<ResourceId, Set<ResourceId>> edges) {
        Set<ResourceId> done = new LinkedHashSet<>();
        for (ResourceId root : edges.keySet()) {
            Deque<List<ResourceId>> pending = new ArrayDeque<>();
            List<ResourceId> path = new ArrayList<>();
            Set<ResourceId> onPath = new LinkedHashSet<>();
            pending.push(new ArrayList<>(List.of(root)));
            while (!pending.isEmpty()) {
                List<ResourceId> siblings = pending.peek();
                if (siblings.isEmpty()) {
                    pending.pop();
                    if (!path.isEmpty()) {
                        ResourceId finished = path.remove(path.size() - 1);
                        onPath.remove(finished);
                        done.add(finished);
                    }
                    continue;
                }
                ResourceId next = siblings.remove(siblings.size() - 1);
                if (onPath.contains(next)) {
                    List<ResourceId> cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                    cycle.add(next);
                    return cycle;
                }
                if (!done.contains(next)) {
                    path.add(next);
                    onPath.add(next);
                    pending.push(new ArrayList<>(edges.getOrDefault(next, Set.of())));
                }
            }
        }
        return List.of();
    }
}
