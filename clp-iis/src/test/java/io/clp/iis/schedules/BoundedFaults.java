package io.clp.iis.schedules;

import io.clp.testkit.Fault;
import io.clp.testkit.FaultPlan;
import io.clp.testkit.SpiMethod;
import java.util.Optional;

/** The first so many faults of other plans, counted over all of them. */
final class BoundedFaults {
    private final int most;
    private int met;

    BoundedFaults(int most) {
        this.most = most;
    }

    FaultPlan of(FaultPlan plan) {
        return method -> next(plan, method);
    }

    /** Returns how many there were. */
    int met() {
        return met;
    }

    private Optional<Fault> next(FaultPlan plan, SpiMethod method) {
        Optional<Fault> fault = plan.next(method);
        if (fault.isEmpty() || met == most) {
            return Optional.empty();
        }
        met++;
        return fault;
    }
}
