package io.clp.benchmarks;

import org.openjdk.jmh.annotations.Param;

/**
 * What does it cost to bring five resources online, each on top of the one before, and offline again?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ChainOfFive -prof gc</pre>
 *
 * <p>Without Guava, whose {@code ServiceManager} has no order between services. Pools: the peers get
 * the fixed one, which was the faster by far; {@code -p pool=FIXED,CACHED} tries both.
 */
public class ChainOfFive extends StartStopBenchmark {
    @Param({"FUTURES", "SPRING", "BARE_POOL", "TIMELINE", "ENGINE"})
    public Peer peer = Peer.FUTURES;

    @Param("FIXED")
    public PoolKind pool = PoolKind.FIXED;

    public ChainOfFive() {
        super(Job.CHAIN_OF_5);
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
