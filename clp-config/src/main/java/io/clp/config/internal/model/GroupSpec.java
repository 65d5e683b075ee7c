package io.clp.config.internal.model;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import io.clp.monitor.HttpProbe;
import io.clp.monitor.MonitorProbe;
import java.util.List;
import java.util.function.Function;

/**
 * A group as the file has it.
 *
 * @param id its id
 * @param nodes by priority
 * @param members its resources
 * @param monitors its further monitors
 * @param failover when it moves
 * @param placement where it may be
 * @param autoStart whether it starts by itself
 */
public record GroupSpec(
        String id,
        List<String> nodes,
        List<MemberSpec> members,
        List<MonitorSpec> monitors,
        FailoverPolicy failover,
        PlacementPolicy placement,
        boolean autoStart) {

    /** Builds it. */
    public FailoverGroup build() {
        return build(it -> it);
    }

    /**
     * Builds it with other probes.
     *
     * @param web returns the probe that stands for one that asks a web server
     */
    public FailoverGroup build(Function<HttpProbe, MonitorProbe> web) {
        FailoverGroup.Builder builder = FailoverGroup.builder(id)
                .nodes(nodes.toArray(new String[0]))
                .failover(failover)
                .placement(placement)
                .autoStart(autoStart);
        members.forEach(it -> builder.resource(it.resource().build(), it::settings));
        monitors.forEach(it -> builder.monitor(it.build(web)));
        return builder.build();
    }

    /** Returns the same group with another resource in the place of the one of the same id. */
    public GroupSpec replacing(ResourceSpec resource) {
        List<MemberSpec> replaced = members.stream()
                .map(it -> it.resource().id().equals(resource.id())
                        ? new MemberSpec(resource, it.dependsOn(), it.policy())
                        : it)
                .toList();
        return new GroupSpec(id, nodes, replaced, monitors, failover, placement, autoStart);
    }

    JavaCalls java() {
        JavaCalls calls = new JavaCalls("FailoverGroup.builder", id).then("nodes", nodes.toArray());
        members.forEach(it -> calls.then("resource", new JavaCalls.Code(it.java())));
        monitors.forEach(it -> calls.then("monitor", it.java()));
        if (!failover.equals(FailoverPolicy.defaults())) {
            calls.then("failover", PolicyJava.of(failover));
        }
        if (!placement.equals(PlacementPolicy.defaults())) {
            calls.then("placement", PolicyJava.of(placement));
        }
        return calls.then("autoStart", autoStart).then("build");
    }
}
