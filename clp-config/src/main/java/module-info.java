/** Configurations and scripts of existing clusters. */
module io.clp.config {
    requires transitive io.clp;
    requires static org.jspecify;
    requires java.xml;

    exports io.clp.config;
    exports io.clp.script;

    uses io.clp.resource.ResourceRecognizer;
}
