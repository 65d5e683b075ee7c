/** Fakes, virtual time and contract suites for tests of failover logic. */
module io.clp.testkit {
    requires transitive io.clp;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;
    requires org.assertj.core;
    requires org.slf4j;

    exports io.clp.testkit;
}
