package io.clp.rehearse;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.config.ClusterDefinition;
import io.clp.config.ReadReport;
import io.clp.config.ReadReport.Fate;
import io.clp.resource.Resource;
import io.clp.script.ScriptCase;
import io.clp.script.ScriptFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is printed of a configuration: its groups, and what became of its elements. */
final class DefinitionText {
    private DefinitionText() {}

    static List<String> groups(ClusterDefinition cluster) {
        List<String> lines = new ArrayList<>();
        lines.add("cluster " + cluster.name() + " on " + joined(cluster.nodes()));
        for (FailoverGroup group : cluster.groups()) {
            lines.add("  group " + group.id() + " on " + joined(group.nodes()));
            for (Resource resource : group.resources()) {
                List<ResourceId> rests = List.copyOf(group.dependenciesOf(resource.id()));
                lines.add("    " + resource + (rests.isEmpty() ? "" : ", after " + joined(rests)));
            }
        }
        return lines;
    }

    static List<String> report(ReadReport report, boolean whole) {
        List<String> lines = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            List<ReadReport.Entry> entries = report.entries(fate);
            lines.add(entries.size() + " elements " + words(fate)
                    + (listed(fate, whole) && !entries.isEmpty() ? ":" : ""));
            if (listed(fate, whole)) {
                entries.forEach(it -> lines.add(
                        "  line " + it.line() + ", " + it.path() + (it.what().isEmpty() ? "" : ": " + it.what())));
            }
        }
        return lines;
    }

    /** Returns a line for each offer. */
    static List<String> offers(ClusterDefinition cluster, boolean taken) {
        List<String> lines = new ArrayList<>();
        lines.add(taken ? "recognised, and rehearsed as such:" : "recognised, and rehearsed so with --take-offers:");
        cluster.offers().forEach(it -> lines.add("  " + it));
        return lines;
    }

    static List<String> findings(List<ScriptFinding> findings) {
        if (findings.isEmpty()) {
            return List.of("no line of the scripts will go wrong");
        }
        Map<List<String>, List<ScriptFinding>> alike = new LinkedHashMap<>();
        findings.forEach(
                it -> alike.computeIfAbsent(List.of(it.file(), it.happens(), it.instead()), key -> new ArrayList<>())
                        .add(it));
        List<String> lines = new ArrayList<>();
        lines.add(findings.size() + (findings.size() == 1 ? " line" : " lines") + " of the scripts will go wrong:");
        alike.forEach((same, all) -> {
            lines.add("  " + same.get(0) + ", "
                    + all.stream().map(DefinitionText::place).collect(Collectors.joining("; ")));
            lines.add("    " + same.get(1));
            lines.add("    instead: " + same.get(2));
        });
        return lines;
    }

    private static String place(ScriptFinding finding) {
        String when = ScriptCase.describe(finding.cases());
        return "line " + finding.line() + (when.isEmpty() ? "" : " (" + when + ")");
    }

    private static boolean listed(Fate fate, boolean whole) {
        return whole || fate != Fate.KEPT;
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case KEPT -> "mean the same here";
            case KEPT_WITH_A_DIFFERENCE -> "have a place here and differ";
            case LEFT_OUT -> "are left out";
        };
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
