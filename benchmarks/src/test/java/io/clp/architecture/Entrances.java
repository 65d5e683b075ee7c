package io.clp.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/**
 * The public types that may know internals of their module, each with its reason. Everything else that is public is
 * ignorant of what implements it.
 */
final class Entrances {
    private static final List<Entrance> ALL = List.of(
            new Entrance("io.clp.GroupController", "builder() makes the shell that runs groups"),
            new Entrance("io.clp.time.Timeline", "system() makes the system timeline"),
            new Entrance("io.clp.resource.ResourceContext", "builder() makes a context for a resource's unit test"),
            new Entrance("io.clp.watch.WatchRegistry", "on(Platform) makes the registry of a node"),
            new Entrance(
                    "io.clp.failover.ClusterMember", "builder() makes the member over the planner and the monitors"),
            new Entrance("io.clp.windows.WindowsPlatform", "open() composes the parts over native code"),
            new Entrance("io.clp.config.ClusterDefinition", "read() makes it of a file; how is internal"),
            new Entrance("io.clp.iis.IisResource", "the one resource of its module; the strategies are internal"),
            new Entrance("io.clp.script.BatchScript", "parse() reads the script, run() runs it"),
            new Entrance("io.clp.script.ScriptLint", "findings() runs the scripts and judges them"),
            new Entrance("io.clp.testkit.FakePlatform", "builder() makes a fake node"),
            new Entrance("io.clp.testkit.FakeMachines", "builder() makes several fake nodes"),
            new Entrance("io.clp.testkit.FakeCluster", "builder() makes a fake cluster"),
            new Entrance("io.clp.testkit.FaultyPlatform", "wrap() makes what injects the faults"),
            new Entrance("io.clp.testkit.FaultPlan", "random() makes a seeded plan"),
            new Entrance("io.clp.testkit.FaultTrial", "draws schedules, runs them and makes them smaller"),
            new Entrance("io.clp.testkit.FailoverExtension", "JUnit makes it, and it makes the fakes"));

    private Entrances() {}

    static boolean allow(Dependency dependency) {
        if (dependency.getTargetClass().getPackageName().equals(Slices.DEFINITION)) {
            return Classes.moduleOf(dependency.getOriginClass()).equals("clp-api"); // its own checks, see Slices
        }
        String origin = outermost(dependency.getOriginClass()).getName();
        return ALL.stream().anyMatch(entrance -> entrance.type().equals(origin))
                && Classes.isInternal(dependency.getTargetClass())
                && Classes.moduleOf(dependency.getOriginClass()).equals(Classes.moduleOf(dependency.getTargetClass()));
    }

    static List<String> types() {
        return ALL.stream().map(Entrance::type).toList();
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        for (Optional<JavaClass> next = type.getEnclosingClass(); next.isPresent(); next = outer.getEnclosingClass()) {
            outer = next.get();
        }
        return outer;
    }

    private record Entrance(String type, String reason) {}
}
