package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.clp.FailoverGroup;
import io.clp.platform.ServiceState;
import io.clp.resource.SwitchablePartition;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class FailoverTestTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";
    private static final FailoverGroup WEB = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(SwitchablePartition.builder("content")
                    .volume(VOLUME)
                    .mountAt("E:\\")
                    .build())
            .build();

    /** What the test classes below saw; they run on the thread of the test that runs them. */
    private static final List<Object> SEEN = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void runsOnceForEachSeedOnMachinesOfItsOwn() {
        EngineExecutionResults results = run(Seeds.class);
        results.testEvents().assertStatistics(it -> it.started(3).succeeded(3));
        assertThat(SEEN).hasSize(3).doesNotHaveDuplicates();
        assertThat(names(results)).containsExactly("seed 41", "seed 42", "seed 43");
    }

    @Test
    void derivesTheSameSeedAlways() {
        long expected = 1 + ("io.clp.testkit.FailoverTestTest$OneNode#takesTheOnlyMachine".hashCode() & 0x7fff_ffffL);
        assertThat(names(run(OneNode.class))).containsExactly("seed " + expected);
        assertThat(names(run(OneNode.class))).containsExactly("seed " + expected);
    }

    @Test
    void neverRunsWithASeedThatCannotBeReplayed() {
        assertThat(names(run(BelowZero.class))).containsExactly("seed -1", "seed 1", "seed 2");
    }

    @Test
    void aPropertySetsTheNumberOfSeeds() {
        assertThat(run("7", OneNode.class).testEvents().succeeded().count()).isEqualTo(7);
        assertThat(names(run("7", Seeds.class))).containsExactly("seed 41", "seed 42", "seed 43");
    }

    @Test
    void refusesAPropertyThatIsNoNumber() {
        assertThat(problem(run("many", OneNode.class))).contains("io.clp.testkit.seeds is a number, not \"many\"");
        assertThat(problem(run("0", OneNode.class))).contains("io.clp.testkit.seeds is at least 1, not 0");
    }

    @Test
    void injectsMachinesInTheOrderOfTheNodes() {
        run(InOrder.class).testEvents().assertStatistics(it -> it.succeeded(1));
        assertThat(SEEN).containsExactly("before SV1", "SV1 SV2", "SV1 SV2 SV3", "after SV1");
    }

    @Test
    void injectsABuilderWithNodesAndSeed() {
        run(Building.class).testEvents().assertStatistics(it -> it.succeeded(1));
        assertThat(SEEN).hasSize(2).allSatisfy(it -> assertThat(closed((FakeMachines) it))
                .isTrue());
    }

    @Test
    void closesTheMachinesOfARunThatFails() {
        run(Failing.class);
        assertThat(SEEN).singleElement().satisfies(it -> assertThat(closed((FakeMachines) it))
                .isTrue());
    }

    @Test
    void aFailureTellsSeedReplayAndTraceOnce() {
        String printed = printed(failure(run(Failing.class)));
        assertThat(printed)
                .contains("expected by nobody")
                .contains("seed 5; to run it again: @FailoverTest(nodes = {\"SV1\", \"SV2\"}, seed = 5)")
                .containsOnlyOnce("to run it again")
                .containsOnlyOnce("SV1 service W3SVC: start: DONE");
    }

    @Test
    void aFailureBeforeTheTestTellsItToo() {
        assertThat(printed(failure(run(FailingBefore.class))))
                .contains("not ready")
                .containsOnlyOnce("@FailoverTest(nodes = {\"SV1\"}, seed = 9)");
    }

    @Test
    void aBrokenRuleFailsTheRunThoughNobodyAsked() {
        Throwable failure = failure(run(Breaking.class));
        assertThat(failure).isInstanceOf(InvariantViolation.class);
        assertThat(printed(failure))
                .contains("two machines hold resources of group web")
                .containsOnlyOnce("@FailoverTest(nodes = {\"SV1\", \"SV2\"}, seed = 11)")
                .containsOnlyOnce("SV2 volume " + VOLUME + ": online at E:\\: DONE");
    }

    @Test
    void anAbortedRunStaysAborted() {
        EngineExecutionResults results = run(Aborting.class);
        results.testEvents().assertStatistics(it -> it.aborted(1).failed(0));
    }

    @Test
    void refusesValuesThatCannotWork() {
        assertThat(problem(run(NoNodes.class))).contains("NoNodes#runs: nodes names no node");
        assertThat(problem(run(NoSeeds.class))).contains("NoSeeds#runs: seeds is at least 1, not 0");
        assertThat(problem(run(SameNode.class))).contains("SameNode#runs: nodes names sv1 twice");
        assertThat(problem(run(BadNode.class)))
                .contains("BadNode#runs: nodes: ")
                .contains("S V 1");
    }

    @Test
    void refusesParametersThatItCannotGive() {
        assertThat(failure(run(TooManyMachines.class)))
                .hasMessageContaining("names 1 node(s), and the method takes 2 of type FakePlatform");
        assertThat(failure(run(Mixed.class)))
                .hasMessageContaining("a test takes one of four: FakeMachines.Builder; FakeMachines");
        assertThat(failure(run(Unknown.class)))
                .hasMessageContaining("No ParameterResolver registered for parameter [java.lang.String");
    }

    @Test
    void keepsNodesAndSeedOfABuilder() {
        assertThat(failure(run(OwnNodes.class))).hasMessageContaining("the nodes are those of @FailoverTest");
        assertThat(failure(run(OwnSeed.class))).hasMessageContaining("the seed is that of @FailoverTest");
    }

    private static EngineExecutionResults run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute();
    }

    private static EngineExecutionResults run(String seeds, Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .configurationParameter("io.clp.testkit.seeds", seeds)
                .execute();
    }

    private static List<String> names(EngineExecutionResults results) {
        return results.testEvents().finished().stream()
                .map(Event::getTestDescriptor)
                .map(it -> it.getDisplayName())
                .toList();
    }

    private static Throwable failure(EngineExecutionResults results) {
        results.testEvents().assertStatistics(it -> it.failed(1));
        return thrown(results.testEvents().failed().stream().findFirst().orElseThrow());
    }

    private static String problem(EngineExecutionResults results) {
        results.testEvents().assertStatistics(it -> it.started(0));
        return printed(
                thrown(results.containerEvents().failed().stream().findFirst().orElseThrow()));
    }

    private static Throwable thrown(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static boolean closed(FakeMachines machines) {
        try {
            machines.nodes().get(0).timeline().sleep(java.time.Duration.ofSeconds(1));
            return false;
        } catch (IllegalStateException e) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static class Seeds {
        @FailoverTest(
                nodes = {"SV1", "SV2"},
                seeds = 3,
                seed = 41)
        void runs(FakeMachines machines) {
            SEEN.add(machines);
        }
    }

    static class OneNode {
        @FailoverTest(nodes = "SV1")
        void takesTheOnlyMachine(FakePlatform sv1) {
            assertThat(sv1.info().computerName()).isEqualTo("SV1");
            sv1.provide(WEB);
            assertThat(sv1.volume(VOLUME).mounted()).isFalse();
        }
    }

    static class BelowZero {
        @FailoverTest(nodes = "SV1", seeds = 3, seed = -1)
        void runs() {}
    }

    static class InOrder {
        @BeforeEach
        void before(FakePlatform first) {
            SEEN.add("before " + first.info().computerName());
        }

        @FailoverTest(nodes = {"SV1", "SV2", "SV3"})
        void runs(FakePlatform one, FakeMachines machines, FakePlatform other) {
            SEEN.add(one.info().computerName() + " " + other.info().computerName());
            assertThat(machines.node("SV1")).isSameAs(one);
            SEEN.add(String.join(
                    " ",
                    machines.nodes().stream()
                            .map(it -> it.info().computerName())
                            .toList()));
        }

        @AfterEach
        void after(FakePlatform first) {
            SEEN.add("after " + first.info().computerName());
        }
    }

    static class Building {
        @FailoverTest(nodes = "SV1", seed = 3)
        void runs(FakeMachines.Builder builder) {
            SEEN.add(builder.provide(WEB)
                    .install("W3SVC")
                    .latencies(Latencies.windowsServer())
                    .iisVersion("7.5")
                    .windowsVersion("6.1.7601")
                    .elevated(false)
                    .networkInterface("LAN", "10.9.0.0/16")
                    .invariants(true)
                    .build());
            FakeMachines second = builder.build();
            SEEN.add(second);
            FakePlatform sv1 = second.node("SV1");
            assertThat(sv1.info().iisVersion()).contains("7.5");
            assertThat(sv1.info().windowsVersion()).isEqualTo("6.1.7601");
            assertThat(sv1.info().elevated()).isFalse();
            assertThat(sv1.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
            assertThat(sv1.addresses().add("10.9.0.1/16", null).holds()).isTrue();
        }
    }

    static class Failing {
        @FailoverTest(
                nodes = {"SV1", "SV2"},
                seed = 5)
        void runs(FakeMachines machines) {
            SEEN.add(machines);
            machines.node("SV1").install("W3SVC");
            machines.node("SV1").services().start("W3SVC");
            machines.settle();
            throw new IllegalArgumentException("expected by nobody");
        }

        @AfterEach
        void failsToo() {
            throw new IllegalStateException("after it");
        }
    }

    static class FailingBefore {
        @BeforeEach
        void before(FakePlatform sv1) {
            throw new AssertionError("not ready: " + sv1);
        }

        @FailoverTest(nodes = "SV1", seed = 9)
        void runs() {}
    }

    static class Breaking {
        @FailoverTest(
                nodes = {"SV1", "SV2"},
                seed = 11)
        void runs(FakeMachines machines) {
            machines.provide(WEB);
            machines.nodes().forEach(it -> it.volumes().online(VOLUME, "E:\\"));
        }
    }

    static class Aborting {
        @FailoverTest(nodes = "SV1")
        void runs() {
            Assumptions.abort("not today");
        }
    }

    static class NoNodes {
        @FailoverTest(nodes = {})
        void runs() {}
    }

    static class NoSeeds {
        @FailoverTest(nodes = "SV1", seeds = 0)
        void runs() {}
    }

    static class SameNode {
        @FailoverTest(nodes = {"SV1", "sv1"})
        void runs() {}
    }

    static class BadNode {
        @FailoverTest(nodes = "S V 1")
        void runs() {}
    }

    static class TooManyMachines {
        @FailoverTest(nodes = "SV1")
        void runs(FakePlatform one, FakePlatform other) {}
    }

    static class Mixed {
        @FailoverTest(nodes = "SV1")
        void runs(FakeMachines machines, FakeMachines.Builder builder) {}
    }

    static class Unknown {
        @FailoverTest(nodes = "SV1")
        void runs(String what) {}
    }

    static class OwnNodes {
        @FailoverTest(nodes = "SV1")
        void runs(FakeMachines.Builder builder) {
            builder.nodes("SV2");
        }
    }

    static class OwnSeed {
        @FailoverTest(nodes = "SV1")
        void runs(FakeMachines.Builder builder) {
            builder.seed(2);
        }
    }
}
