package io.clp.testkit;

import io.clp.platform.Platform;
import io.clp.testkit.internal.fault.FaultInjector;
import java.util.SortedMap;

/**
 * Any platform, the real one included, whose calls meet faults: those that a test asks for first, then those of a plan. Thread-safe.
 */
public interface FaultyPlatform extends Platform {
    /**
     * Returns a platform without faults so far.
     *
     * @param platform any; closed with the one returned
     * @return the same platform, until it is told a fault
     */
    static FaultyPlatform wrap(Platform platform) {
        return wrap(platform, FaultPlan.none());
    }

    /**
     * Returns a platform with the faults of a plan.
     *
     * @param platform any; closed with the one returned
     * @param plan decides for every call for which no fault was asked for by {@link #next(SpiMethod, Fault)}
     * @return the same platform, with faults
     */
    static FaultyPlatform wrap(Platform platform, FaultPlan plan) {
        return new FaultInjector(platform, plan);
    }

    /**
     * Makes the next call of a method meet a fault; several wait in line.
     *
     * @param method which method
     * @param fault of a kind that the method can meet
     * @return this
     */
    default FaultyPlatform next(SpiMethod method, Fault fault) {
        return next(method, 1, fault);
    }

    /**
     * Makes the next calls of a method meet a fault.
     *
     * @param method which method
     * @param times how many calls; {@link Integer#MAX_VALUE} for all until {@link #heal}
     * @param fault of a kind that the method can meet
     * @return this
     * @throws IllegalArgumentException the method cannot meet this fault, or no call is to meet it
     */
    FaultyPlatform next(SpiMethod method, int times, Fault fault);

    /** Ends all hangs: what hangs goes on. Later calls may hang again. */
    void release();

    /** Ends all faults for good, those of the plan too, and all hangs. */
    void heal();

    /** {@return how often each fault was met, for all of {@link FaultPoint#all}; what was never met has 0} */
    SortedMap<FaultPoint, Long> met();

    /** {@return the same as a table for people: a line for each method, a column for each kind} */
    String coverage();

    /** Ends all faults and closes the platform within. */
    @Override
    void close();
}
