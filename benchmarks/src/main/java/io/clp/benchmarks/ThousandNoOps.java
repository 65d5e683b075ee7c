package io.clp.benchmarks;

import org.openjdk.jmh.annotations.Param;

/**
 * What does it cost to bring a thousand independent resources online and offline again that do nothing?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ThousandNoOps -prof gc</pre>
 *
 * <p>Pools: the peers get the fixed one, which was the faster by far; {@code -p pool=FIXED,CACHED} tries both.
 */
public class ThousandNoOps extends StartStopBenchmark {
    @Param({"FUTURES", "GUAVA", "SPRING", "BARE_POOL", "TIMELINE", "ENGINE"})
    public Peer peer = Peer.FUTURES;

    @Param("FIXED")
    public PoolKind pool = PoolKind.FIXED;

    public ThousandNoOps() {
        super(Job.THOUSAND_NO_OPS);
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
