package io.clp.config.internal.model;

import io.clp.GroupId;
import io.clp.failover.Exclusion;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import io.clp.resource.ResourcePolicy;

/** Policies as the code that builds the same. */
final class PolicyJava {
    private PolicyJava() {}

    static JavaCalls of(ResourcePolicy policy) {
        return new JavaCalls("ResourcePolicy.builder")
                .then("online", policy.onlineDeadline(), policy.onlineRetries())
                .then("offline", policy.offlineDeadline(), policy.offlineRetries())
                .then("probe", policy.probeDeadline())
                .then("monitor", policy.monitorEvery(), policy.monitorFailures())
                .then("build");
    }

    static JavaCalls of(FailoverPolicy policy) {
        FailoverPolicy usual = FailoverPolicy.defaults();
        JavaCalls calls = new JavaCalls("FailoverPolicy.builder");
        if (policy.restarts() != usual.restarts()) {
            calls.then("restarts", policy.restarts());
        }
        if (policy.automatic() != usual.automatic()) {
            calls.then("automatic", policy.automatic());
        }
        if (policy.failback() != usual.failback()) {
            calls.then("failback", policy.failback());
        }
        policy.failovers().ifPresent(it -> calls.then("failovers", it));
        String action =
                switch (policy.finalAction().kind()) {
                    case NONE, OWN -> "none";
                    case STOP_GROUP -> "stopGroup";
                    case STOP_MEMBER -> "stopMember";
                };
        if (!action.equals("none")) {
            calls.then("finalAction", new JavaCalls.Code("FinalAction." + action + "()"));
        }
        return calls.then("build");
    }

    static JavaCalls of(PlacementPolicy policy) {
        JavaCalls calls = new JavaCalls("PlacementPolicy.builder");
        if (policy.exclusion() != Exclusion.NONE) {
            calls.then("exclusion", new JavaCalls.Code("Exclusion." + policy.exclusion()));
        }
        if (!policy.startAfter().isEmpty()) {
            calls.then(
                    "startAfter",
                    policy.startAfter().stream().map(GroupId::value).toArray());
        }
        return calls.then("orderLimit", policy.orderLimit()).then("build");
    }
}
