/** Failover groups and resources over a platform SPI; no native code. */
module io.clp {
    requires static transitive org.jspecify;
    requires java.net.http;
    requires org.slf4j;

    exports io.clp;
    exports io.clp.failover;
    exports io.clp.monitor;
    exports io.clp.platform;
    exports io.clp.resource;
    exports io.clp.time;
    exports io.clp.watch;
}
