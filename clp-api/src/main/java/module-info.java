/** Failover groups: their definitions, the engine that runs them on this node, and the platform SPI below it. */
module io.clp {
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.clp.time;
}
