package io.clp.config.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The source of a class that builds groups. */
public final class ClusterJava {
    private static final List<String> IMPORTS = List.of(
            "io.clp.FailoverGroup",
            "io.clp.config.ApplicationResource",
            "io.clp.failover.Exclusion",
            "io.clp.failover.FailoverPolicy",
            "io.clp.failover.FinalAction",
            "io.clp.failover.PlacementPolicy",
            "io.clp.monitor.HttpProbe",
            "io.clp.monitor.Monitor",
            "io.clp.resource.ArmCommands",
            "io.clp.resource.FloatingIp",
            "io.clp.resource.ResourcePolicy",
            "io.clp.resource.ScriptResource",
            "io.clp.resource.ServiceResource",
            "io.clp.resource.SwitchablePartition",
            "io.clp.resource.VirtualIp",
            "java.nio.charset.Charset",
            "java.time.Duration",
            "java.util.List");

    private ClusterJava() {}

    /** Returns the source of the class {@code ClusterGroups}. */
    public static String of(List<GroupSpec> groups) {
        Set<String> taken = new HashSet<>(Set.of("all"));
        List<String> names = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (GroupSpec group : groups) {
            String name = methodName(group.id(), taken);
            names.add(name + "()");
            body.append("\n    static FailoverGroup ")
                    .append(name)
                    .append("() {\n        return ")
                    .append(group.java().toString().replace("\n", "\n        "))
                    .append(";\n    }\n");
        }
        String imports = IMPORTS.stream()
                .filter(it -> uses(body, it) || it.endsWith(".List") || it.endsWith(".FailoverGroup"))
                .map(it -> "import " + it + ";\n")
                .collect(Collectors.joining());
        return imports + "\n/** The failover groups of an existing cluster. */\nfinal class ClusterGroups {\n"
                + "    private ClusterGroups() {}\n\n    static List<FailoverGroup> all() {\n        return List.of("
                + String.join(", ", names) + ");\n    }\n" + body + "}\n";
    }

    private static boolean uses(StringBuilder body, String type) {
        return body.indexOf(type.substring(type.lastIndexOf('.') + 1) + ".") >= 0;
    }

    private static String methodName(String id, Set<String> taken) {
        String plain = id.replaceAll("[^A-Za-z0-9]", "_");
        String name = plain.toLowerCase(Locale.ROOT).startsWith("group")
                ? plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1)
                : "group" + plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }
}
