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
import java.util.List;
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

    static List<String> findings(List<ScriptFinding> findings) {
        if (findings.isEmpty()) {
            return List.of("nothing is wrong with the scripts");
        }
        List<String> lines = new ArrayList<>();
        lines.add(findings.size() + (findings.size() == 1 ? " thing is" : " things are") + " wrong with the scripts:");
        for (ScriptFinding it : findings) {
            String when = ScriptCase.describe(it.cases());
            lines.add("  " + it.file() + ", line " + it.line() + (when.isEmpty() ? "" : ", with " + when));
            lines.add("    " + it.happens());
            lines.add("    instead: " + it.instead());
        }
        return lines;
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
