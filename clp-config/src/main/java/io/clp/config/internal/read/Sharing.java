package io.clp.config.internal.read;

import io.clp.platform.NodeThing;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Tells of what two groups have that only one can have on a node: an address, a volume, a mount point, a service. */
final class Sharing {
    private final Notes notes;
    private final Map<String, Owner> owners = new HashMap<>();

    Sharing(Notes notes) {
        this.notes = notes;
    }

    private record Owner(GroupFrame group, Member member) {}

    void check(Collection<GroupFrame> groups) {
        for (GroupFrame group : groups) {
            for (Member member : group.members()) {
                member.spec().ifPresent(spec -> spec.build().uses().forEach(it -> check(it, new Owner(group, member))));
            }
        }
    }

    private void check(NodeThing thing, Owner owner) {
        Owner before = owners.putIfAbsent(thing.key(), owner);
        if (before == null || !thing.exclusive() || before.member.found().equals(owner.member.found())) {
            return;
        }
        if (Collections.disjoint(before.group.servers(), owner.group.servers())) {
            return;
        }
        String what = thing + " is that of " + before.member.found().name() + " too";
        if (thing.kind() == NodeThing.Kind.SERVICE && before.group != owner.group) {
            notes.differs(owner.member.found().element(), what + ": the groups are never on one node at the same time");
        } else {
            notes.problem(owner.member.found().element(), what);
        }
    }
}
