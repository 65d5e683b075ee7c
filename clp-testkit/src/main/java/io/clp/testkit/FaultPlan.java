package io.clp.testkit;

import io.clp.testkit.internal.fault.RandomFaults;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Decides which calls meet which fault. Called for one call after another. */
@FunctionalInterface
public interface FaultPlan {
    /**
     * Decides for one call.
     *
     * @param method what is called
     * @return the fault it meets, of a kind that the method can meet; empty for none
     */
    Optional<Fault> next(SpiMethod method);

    /** {@return the plan without faults} */
    static FaultPlan none() {
        return method -> Optional.empty();
    }

    /**
     * Returns faults by chance, repeated exactly by the same seed and the same calls.
     *
     * @param seed the seed
     * @param perThousand how many of a thousand calls meet a fault, 0 to 1,000
     * @param kinds the kinds of faults; those that a method cannot meet are left out there
     * @param delayMax how long delays are at most; positive
     * @return a plan that draws anew for every call; thread-safe
     * @throws IllegalArgumentException a number is out of its range
     */
    static FaultPlan random(long seed, int perThousand, Set<FaultKind> kinds, Duration delayMax) {
        return new RandomFaults(seed, perThousand, kinds, delayMax);
    }
}
