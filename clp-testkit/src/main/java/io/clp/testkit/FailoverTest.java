package io.clp.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on fake machines or a fake cluster in virtual time, run once for each of a number of seeds.
 *
 * <p>The method, and methods annotated {@code BeforeEach} and {@code AfterEach} beside it, may take:
 *
 * <ul>
 *   <li>{@link FakeMachines}: all machines of {@link #nodes}, powered on;
 *   <li>{@link FakePlatform}: one machine; the first such parameter of a method is the first of {@link #nodes}, the second the second,
 *       and so on;
 *   <li>{@link FakeMachines.Builder}, instead of the two above: has the nodes and the seed, and takes the rest (latencies, the version of
 *       IIS) from the test, which may build once or more often;
 *   <li>{@link FakeCluster}, instead of those: a cluster of these nodes, whose members have begun to join;
 *   <li>{@link FakeNode}: one node of the cluster, the first such parameter the first node, and so on;
 *   <li>{@link FakeCluster.Builder}, instead of all the above: has the nodes and the seed.
 * </ul>
 *
 * <p>Each run has machines of its own, closed after it. A rule that was broken by then and that nobody told yet fails the run
 * ({@link InvariantViolation}). A failure carries, as a suppressed exception, the seed, the line that replays it, and the trace.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FailoverExtension.class)
public @interface FailoverTest {
    /**
     * Names the machines.
     *
     * @return at least one computer name, none twice
     */
    String[] nodes();

    /**
     * Sets how many seeds the test runs with: so many in a row, from the first one. The configuration parameter or system property
     * {@code io.clp.testkit.seeds}, a positive number, goes before what is said here where the test names no {@link #seed}: for a long run
     * of all tests.
     *
     * @return at least 1
     */
    int seeds() default 1;

    /**
     * Sets the first seed, to replay a run that failed.
     *
     * @return the seed; 0 to derive it from the names of the test's class and method, the same on every machine and JDK
     */
    long seed() default 0;
}
