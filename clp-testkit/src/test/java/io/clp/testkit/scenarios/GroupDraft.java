package io.clp.testkit.scenarios;

import static java.time.Duration.ofSeconds;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.failover.Exclusion;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.FinalAction;
import io.clp.failover.PlacementPolicy;
import io.clp.monitor.Monitor;
import io.clp.resource.Probe;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A group of a scenario, from its short form: a disk, an address and a service, each its own. */
final class GroupDraft {
    private static final String EVEN_ALONE = " even alone";

    /** What the page answers to the monitor of that name, on every node. */
    final AtomicReference<Probe> page = new AtomicReference<>(Probe.online());

    private final String id;
    private final int number;
    private final String[] nodes;
    private final Chronicle chronicle;
    private final FailoverPolicy.Builder failover = FailoverPolicy.builder();
    private final PlacementPolicy.Builder placement = PlacementPolicy.builder();
    private Duration startWithin = ofSeconds(60);
    private Duration stopWithin = ofSeconds(60);
    private Duration lookEvery = ofSeconds(10);
    private int failures = 3;
    private @Nullable Duration pageEvery;
    private Duration pageDelay = Duration.ZERO;

    GroupDraft(String id, int number, Chronicle chronicle, String... nodes) {
        this.id = id;
        this.number = number;
        this.nodes = nodes.clone();
        this.chronicle = chronicle;
    }

    String service() {
        return "App" + number;
    }

    String volume() {
        return "\\\\?\\Volume{6f1c2f9e-0000-0000-000" + number + "-100000000000}\\";
    }

    String address() {
        return "10.0.0." + (10 + number);
    }

    /** Returns the lines that may stand indented below the group's own. */
    Vocabulary settings() {
        return new Vocabulary("line of a group")
                .add("restarts NUMBER", it -> failover.restarts(it.number()))
                .add("restarts forgotten after TIME", it -> failover.resetAfter(it.time()))
                .add("failovers NUMBER", it -> failover.failovers(it.number()))
                .add("failovers forgotten after TIME", it -> failover.within(it.time()))
                .add("manual", it -> failover.automatic(false))
                .add("failback", it -> failover.failback(true))
                .add("final action TEXT", it -> failover.finalAction(finalAction(it.of("TEXT"))))
                .add("exclusive KIND", it -> placement.exclusion(exclusion(it.of("KIND"))))
                .add("after GROUPS", it -> placement.startAfter(it.list("GROUPS")))
                .add("at the latest after TIME", it -> placement.orderLimit(it.time()))
                .add("same node as GROUPS", it -> placement.sameNodeAs(it.list("GROUPS")))
                .add("never with GROUPS", it -> placement.neverWith(it.list("GROUPS")))
                .add("start within TIME", it -> startWithin = it.time())
                .add("stop within TIME", it -> stopWithin = it.time())
                .add("look every TIME", it -> lookEvery = it.time())
                .add("failures NUMBER", it -> failures = it.number())
                .add("monitor page every TIME", it -> pageEvery = it.time())
                .add("monitor page begins after TIME", it -> pageDelay = it.time());
    }

    private static Exclusion exclusion(String kind) {
        return Arrays.stream(Exclusion.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .orElseThrow(() -> new WrongLineException("expected none, normal or absolute, not \"" + kind + "\""));
    }

    private FinalAction finalAction(String text) {
        boolean alone = text.endsWith(EVEN_ALONE);
        String name = alone ? text.substring(0, text.length() - EVEN_ALONE.length()) : text;
        FinalAction action =
                switch (name) {
                    case "none" -> FinalAction.none();
                    case "stop the group" -> FinalAction.stopGroup();
                    case "stop the member" -> FinalAction.stopMember();
                    default ->
                        FinalAction.of(name, it -> chronicle.note(it.node(), name + ", for group " + it.group()));
                };
        return alone ? action.evenAlone() : action;
    }

    FailoverGroup build() {
        FailoverGroup.Builder group = FailoverGroup.builder(id)
                .nodes(nodes)
                .resource(SwitchablePartition.builder("disk")
                        .volume(volume())
                        .mountAt((char) ('D' + number) + ":\\")
                        .build())
                .resource(
                        VirtualIp.builder("address").address(address() + "/24").build())
                .resource(
                        ServiceResource.builder("app").service(service()).build(),
                        it -> it.policy(ResourcePolicy.builder()
                                .online(startWithin, 0)
                                .offline(stopWithin, 0)
                                .monitor(lookEvery, failures)
                                .build()))
                .failover(failover.build())
                .placement(placement.build());
        if (pageEvery != null) {
            group.monitor(Monitor.builder("page")
                    .watches("app")
                    .every(pageEvery)
                    .timeout(pageEvery.dividedBy(2))
                    .failures(failures)
                    .startDelay(pageDelay)
                    .probe(context -> page.get())
                    .build());
        }
        return group.build();
    }

    /** Returns whether a node is in the group's list. */
    boolean isFor(NodeId node) {
        return Arrays.stream(nodes).map(NodeId::of).anyMatch(node::equals);
    }
}
