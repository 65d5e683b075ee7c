package io.clp.internal.definition;

import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What resources use of a node, in an order that does not depend on the iteration order of their sets. */
public final class Things {
    private Things() {}

    /** Returns what a resource uses, sorted by key. */
    public static List<NodeThing> sorted(Resource resource) {
        return resource.uses().stream()
                .sorted(Comparator.comparing(NodeThing::key))
                .toList();
    }

    /** Returns what a thing is, in words. */
    public static String kindOf(NodeThing thing) {
        return thing.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
