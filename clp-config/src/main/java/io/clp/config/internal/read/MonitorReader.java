package io.clp.config.internal.read;

import io.clp.config.internal.model.MonitorSpec;
import io.clp.config.internal.model.MonitorSpec.Schedule;
import io.clp.config.internal.xml.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads monitors: a resource's own becomes the schedule of its probe, one that asks a web server a monitor beside it. */
final class MonitorReader {
    private static final Set<String> OWN = Set.of("servicew", "fipw", "vipw", "sdw", "diskw");

    private static final Map<String, String> LEFT_OUT = Map.of(
            "genw", "scripts that look are not run: write a MonitorProbe that does what the script did",
            "ipw", "whether other machines answer says nothing of a resource: that is the Coordination's business",
            "userw", "whether the machine hangs is for a watchdog of the machine",
            "mdw", "mirrors are watched by their own driver",
            "mdnw", "mirror connections are watched by their own driver",
            "vcomw", "this library has no virtual computer name yet",
            "appliw", "this library runs no application as a resource",
            "psw", "processes are not watched by name: watch the service");

    private final Notes notes;
    private final Targets targets;
    private final Ids ids;
    private final Map<GroupFrame, List<MonitorSpec>> attached = new LinkedHashMap<>();
    private final Map<String, Element> names = new LinkedHashMap<>();

    MonitorReader(Notes notes, Targets targets, Ids ids) {
        this.notes = notes;
        this.targets = targets;
        this.ids = ids;
    }

    /** Reads all, sets the schedules of the resources, and returns the monitors beside those. */
    Map<GroupFrame, List<MonitorSpec>> read(Element root) {
        for (Element section : root.children("monitor")) {
            section.children("types").forEach(it -> notes.kept(it, "follows from what is listed"));
            section.children().stream()
                    .filter(it -> !it.name().equals("types"))
                    .forEach(it -> ids.reserve(it.attribute("name")));
            section.children().stream().filter(it -> !it.name().equals("types")).forEach(this::monitor);
        }
        return attached;
    }

    private void monitor(Element element) {
        String name = element.attribute("name");
        if (name.isEmpty()) {
            notes.problem(element, "a monitor without a name");
            return;
        }
        Element before = names.putIfAbsent(name, element);
        if (before != null) {
            notes.problem(
                    element,
                    "two monitors are named " + name + "; the other one is in line "
                            + before.place().line());
        } else if (OWN.contains(element.name())) {
            targets.of(element).ifPresent(it -> own(element, it));
        } else if (element.name().equals("httpw")) {
            targets.of(element).ifPresent(it -> http(element, it));
        } else {
            notes.leftOut(
                    element,
                    LEFT_OUT.getOrDefault(
                            element.name(), "monitors of type " + element.name() + " are not known to this library"));
        }
    }

    private void own(Element element, Target target) {
        if (target.member().schedule().isPresent()) {
            notes.leftOut(element, "another monitor says already when " + target.name() + " is looked at");
            return;
        }
        target.member().schedule(new ScheduleReader(notes).read(element));
        element.find("polling/timing").filter(it -> !it.text().isEmpty()).ifPresent(it -> {
            if (it.text().equals("1")) {
                notes.kept(it);
            } else {
                notes.differs(it, "a resource is looked at while its group is online");
            }
        });
        notes.kept(element, "when " + target.name() + " is looked at by its own probe");
        if (element.name().equals("diskw")) {
            notes.differs(element, "the partition's probe reads the volume and writes no file");
        }
        targets.recovery(element, target);
    }

    private void http(Element element, Target target) {
        if (target.ofServer()) {
            notes.leftOut(
                    element, "its recovery is not of a resource; here a verdict restarts the resource that is watched");
            return;
        }
        Schedule schedule = new ScheduleReader(notes).read(element);
        element.find("polling/timing").filter(it -> !it.text().isEmpty()).ifPresent(notes::kept);
        element.find("firstmonwait").filter(it -> !it.text().isEmpty()).ifPresent(notes::kept);
        HttpParameters parameters = new HttpParameters(notes, element);
        MonitorSpec spec = new MonitorSpec(
                ids.of(element.attribute("name"), "httpw"),
                target.member().found().id(),
                parameters.uri(),
                parameters.head(),
                schedule);
        if (notes.check(element, spec::build)) {
            notes.differs(
                    element,
                    "a monitor that takes a status of 200 to 299 for good; what the product does was not found");
            attached.computeIfAbsent(target.group(), it -> new ArrayList<>()).add(spec);
            targets.recovery(element, target);
        }
    }
}
