package io.clp.config.internal.read;

import io.clp.config.internal.model.PartitionSpec;
import io.clp.config.internal.model.ResourceSpec;
import io.clp.config.internal.xml.Element;
import java.util.Collection;
import java.util.HashMap;
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
    private final Map<String, Target> byName = new HashMap<>();
    private final Map<String, Target> byMountPoint = new HashMap<>();

    Targets(Notes notes, Map<String, GroupFrame> groups, ResourceIndex index) {
        this.notes = notes;
        values = new Values(notes);
        this.groups = groups;
        this.index = index;
        for (GroupFrame group : groups.values()) {
            for (Member member : group.members()) {
                member.spec().ifPresent(it -> add(new Target(group, member, false), it));
            }
        }
    }

    private void add(Target target, ResourceSpec spec) {
        byName.putIfAbsent(target.name(), target);
        if (spec instanceof PartitionSpec partition) {
            byMountPoint.put(partition.mountPoint().toUpperCase(Locale.ROOT), target);
        }
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
        Optional<Target> target = Optional.ofNullable(byName.get(name)).map(it -> it.ofServer(ofServer(monitor)));
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

    /** A folder of the file, or its drive, may be where a partition is mounted; the longest such path is the one. */
    private Optional<Target> byDrive(Element monitor) {
        String file = monitor.text("parameters/file").toUpperCase(Locale.ROOT);
        for (int end = file.lastIndexOf('\\'); end > 0; end = file.lastIndexOf('\\', end - 1)) {
            Target found = byMountPoint.get(file.substring(0, end + 1));
            if (found != null && monitor.name().equals("diskw")) {
                return Optional.of(found.ofServer(ofServer(monitor)));
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
