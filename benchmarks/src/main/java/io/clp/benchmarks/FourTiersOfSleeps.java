package io.clp.benchmarks;

import org.openjdk.jmh.annotations.Param;

/**
 * How close do four tiers of twenty-five resources that take 1 ms each come to 4 ms, start and stop each?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar FourTiersOfSleeps -prof gc</pre>
 *
 * <p>Without Guava, whose {@code ServiceManager} has no order between services. Pools: neither was the
 * faster beyond the error; the cached one stays, {@code -p pool=FIXED,CACHED} tries both.
 */
public class FourTiersOfSleeps extends StartStopBenchmark {
    @Param({"FUTURES", "SPRING", "BARE_POOL", "TIMELINE", "ENGINE"})
    public Peer peer = Peer.FUTURES;

    @Param("CACHED")
    public PoolKind pool = PoolKind.FIXED;

    public FourTiersOfSleeps() {
        super(Job.FOUR_TIERS_OF_SLEEPS);
    }

    @Override
    Peer peer() {
        return peer;
    }

    @Override
    PoolKind pool() {
        return pool;
    }
}
