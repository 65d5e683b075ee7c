/** Fakes, virtual time and contract suites for tests of failover logic. */
module io.clp.testkit {
    requires transitive io.clp;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;
    requires org.assertj.core;
    requires org.slf4j;

    exports io.clp.testkit;
    exports io.clp.testkit.contract;

    // The tests of the contract suites are package-private.
    opens io.clp.testkit.contract to
            org.junit.platform.commons;
}
