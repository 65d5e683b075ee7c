package io.clp.benchmarks;

import org.openjdk.jmh.annotations.Param;

/**
 * How close do a hundred independent resources that take 1 ms each come to 1 ms, start and stop each?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar HundredSleeps -prof gc</pre>
 *
 * <p>Pools: the fixed one was the faster for the peers, by little; {@code -p pool=FIXED,CACHED} tries both.
 */
public class HundredSleeps extends StartStopBenchmark {
    @Param({"FUTURES", "GUAVA", "SPRING", "BARE_POOL", "TIMELINE", "ENGINE"})
    public Peer peer = Peer.FUTURES;

    @Param("FIXED")
    public PoolKind pool = PoolKind.FIXED;

    public HundredSleeps() {
        super(Job.HUNDRED_SLEEPS);
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
