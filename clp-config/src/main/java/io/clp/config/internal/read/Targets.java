package io.clp.config.internal.read;

import io.clp.config.internal.model.PartitionSpec;
import io.clp.config.internal.xml.Element;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what monitors look at and what they recover, and adds what they ask for to the groups. */
final class Targets {
    private static final int MOST = 99;

    private final Notes notes;
    private final Values values;
    private final Map<String, GroupFrame> groups;
    private final ResourceIndex index;

    Targets(Notes notes, Map<String, GroupFrame> groups, ResourceIndex index) {
        this.notes = notes;
        values = new Values(notes);
        this.groups = groups;
        this.index = index;
    }

    /** Returns the resource that a monitor looks at; empty where it is left out or has a problem, which is noted. */
    Optional<Target> of(Element monitor) {
        Optional<Element> at = named(monitor);
        if (at.isEmpty()) {
            Optional<Target> byDrive = byDrive(monitor);
            if (byDrive.isEmpty()) {
                notes.leftOut(monitor, "it names no resource that it looks at");
            }
            return byDrive;
        }
        String name = at.get().text();
        if (index.find(name).isEmpty()) {
            if (groups.containsKey(name)) {
                notes.leftOut(monitor, "it looks at a group; here a monitor looks at a resource");
            } else {
                notes.problem(at.get(), "there is no resource " + name);
            }
            return Optional.empty();
        }
        Optional<Target> target = member(name, ofServer(monitor));
        if (target.isEmpty()) {
            notes.leftOut(monitor, "it looks at " + name + ", which is left out");
        } else {
            notes.kept(at.get());
        }
        return target;
    }

    private static Optional<Element> named(Element monitor) {
        Optional<Element> target =
                monitor.find("target").filter(it -> !it.text().isEmpty());
        if (target.isEmpty() && monitor.name().equals("sdw")) {
            target = monitor.find("parameters/object").filter(it -> !it.text().isEmpty());
        }
        boolean ofResource = monitor.text("relation/type").equals("rsc");
        return target.isPresent() || !ofResource
                ? target
                : monitor.find("relation/name").filter(it -> !it.text().isEmpty());
    }

    private Optional<Target> byDrive(Element monitor) {
        String file = monitor.text("parameters/file").toUpperCase(Locale.ROOT);
        if (!monitor.name().equals("diskw") || file.isEmpty()) {
            return Optional.empty();
        }
        return groups.values().stream()
                .flatMap(group -> group.members().stream().map(it -> new Target(group, it, ofServer(monitor))))
                .filter(it -> it.member().spec().orElse(null) instanceof PartitionSpec partition
                        && file.startsWith(partition.mountPoint().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private Optional<Target> member(String name, boolean ofServer) {
        for (GroupFrame group : groups.values()) {
            Optional<Member> found = group.member(name).filter(it -> it.spec().isPresent());
            if (found.isPresent()) {
                return Optional.of(new Target(group, found.get(), ofServer));
            }
        }
        return Optional.empty();
    }

    private static boolean ofServer(Element monitor) {
        return monitor.text("relation/type").equals("cls");
    }

    /** Reads what a monitor does about a failure, for the group of what it looks at. */
    void recovery(Element monitor, Target target) {
        monitor.find("relation").ifPresent(it -> relation(it, target));
        if (target.ofServer()) {
            monitor.find("emergency")
                    .ifPresent(it -> notes.leftOut(it, "of a recovery of the server; here the resource is recovered"));
            return;
        }
        Recovery recovery = target.group().recovery();
        RecoveryReader reader = new RecoveryReader(notes);
        values.number(monitor, "emergency/threshold/restart", 0, MOST).ifPresent(it -> {
            recovery.restarts(it.value());
            notes.differs(it.at(), "counted here for the whole group; the largest number of the group holds");
        });
        values.number(monitor, "emergency/threshold/fo", 0, MOST).ifPresent(it -> reader.failovers(it, recovery));
        values.number(monitor, "emergency/threshold/fo2", 0, MOST).ifPresent(it -> reader.failovers(it, recovery));
        values.number(monitor, "emergency/action", 1, 6).ifPresent(it -> reader.monitorAction(it, recovery));
    }

    private void relation(Element relation, Target target) {
        String type = relation.text("type");
        String name = relation.text("name");
        Collection<Element> parts = relation.children();
        boolean same = type.equals("rsc") && name.equals(target.name());
        boolean missing =
                (type.equals("rsc") && index.find(name).isEmpty()) || (type.equals("grp") && !groups.containsKey(name));
        if (missing) {
            notes.problem(
                    relation.find("name").orElse(relation),
                    "there is no " + (type.equals("grp") ? "group " : "resource ") + name);
        }
        for (Element part : parts) {
            if (same) {
                notes.kept(part);
            } else if (part.name().equals("type") || part.name().equals("name")) {
                notes.differs(part, "what is recovered here is what is looked at: " + target.name());
            }
        }
    }
}
