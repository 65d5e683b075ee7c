package io.clp.internal.definition;

import io.clp.FailoverGroup;
import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether groups can live beside each other: those that can share a node share nothing that only one of them can have, and what they say
 * about each other does not contradict itself.
 */
public final class GroupsTogether {
    private GroupsTogether() {}

    /**
     * Throws all that is wrong with groups that are to run in one cluster.
     *
     * @throws io.clp.DefinitionException two groups have one id, or can share a node and use the same thing, of which at least one
     *     of them needs sole use; their order goes in a circle; or those that are to be on one node cannot be there together
     */
    public static void check(Collection<FailoverGroup> groups) {
        Problems problems = new Problems("groups");
        List<FailoverGroup> all = List.copyOf(groups);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                pair(all.get(i), all.get(j), problems);
            }
        }
        GroupWishes.check(all, problems);
        problems.throwIfAny();
    }

    private static void pair(FailoverGroup one, FailoverGroup other, Problems problems) {
        if (one.id().equals(other.id())) {
            problems.add("groups", one.id(), "two groups have this id");
            return;
        }
        if (one.nodes().stream().noneMatch(other.nodes()::contains)) {
            return;
        }
        Map<String, NodeThing> mine = things(one);
        for (Map.Entry<String, NodeThing> theirs : things(other).entrySet()) {
            NodeThing thing = mine.get(theirs.getKey());
            if (thing != null && (thing.exclusive() || theirs.getValue().exclusive())) {
                problems.add(
                        Things.kindOf(thing),
                        thing.name(),
                        "groups " + one.id() + " and " + other.id()
                                + " can run on one node and both use it, but only one of them can");
            }
        }
    }

    private static Map<String, NodeThing> things(FailoverGroup group) {
        Map<String, NodeThing> found = new LinkedHashMap<>();
        for (Resource resource : group.resources()) {
            for (NodeThing thing : Things.sorted(resource)) {
                found.merge(thing.key(), thing, (a, b) -> a.exclusive() ? a : b);
            }
        }
        return found;
    }
}
