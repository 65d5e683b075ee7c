package io.clp.examples;

import static java.time.Duration.ofHours;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.FinalAction;
import io.clp.failover.PlacementPolicy;
import io.clp.resource.ServiceResource;
import java.util.function.Consumer;

/** When a group moves, and beside which others it may be. */
public final class Policies {
    private Policies() {}

    public static FailoverGroup shop(Consumer<String> pager) {
        return FailoverGroup.builder("shop")
                .nodes("SV1", "SV2", "SV3") // by priority
                .resource(ServiceResource.builder("app").service("Shop").build())
                .failover(FailoverPolicy.builder()
                        .restarts(1) // in place, before the group moves
                        .failovers(2) // not more of them
                        .within(ofHours(6))
                        .failback(true) // otherwise somebody calls failback(group)
                        .finalAction(FinalAction.of(
                                "page the operator",
                                it -> pager.accept(it.group() + " on " + it.node() + ": " + it.why())))
                        .build())
                .placement(PlacementPolicy.builder()
                        .startAfter("db") // on whatever node that is
                        .neverWith("reports")
                        .build())
                .build();
    }
}
