/** IIS as a resource of a failover group. */
module io.clp.iis {
    requires transitive io.clp;
    requires static org.jspecify;

    exports io.clp.iis;

    provides io.clp.resource.ResourceRecognizer with
            io.clp.iis.IisRecognizer;
}
