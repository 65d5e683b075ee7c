package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class PlatformContractTest {
    @Test
    void whatAPlatformLacksIsAbortedByNameAndNeverPassed() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OfNothing.class))
                .execute();
        List<TestExecutionResult> ends = results.testEvents().finished().stream()
                .map(it -> it.getRequiredPayload(TestExecutionResult.class))
                .toList();
        assertThat(ends).hasSizeGreaterThan(80).allSatisfy(it -> {
            assertThat(it.getStatus()).isEqualTo(Status.ABORTED);
            assertThat(it.getThrowable().orElseThrow()).hasMessageMatching("the platform under test lacks: .+");
        });
        assertThat(results.containerEvents().finished().count()).isEqualTo(9);
    }

    @Test
    void theFakeLacksNothing() {
        Set<String> own = new TreeSet<>();
        for (Method method : FakeFixture.class.getDeclaredMethods()) {
            own.add(method.getName());
        }
        List<String> capabilities = Arrays.stream(PlatformFixture.class.getDeclaredMethods())
                .filter(it -> Modifier.isPublic(it.getModifiers()) && !Modifier.isStatic(it.getModifiers()))
                .map(Method::getName)
                .filter(it -> !Set.of("timeline", "patience").contains(it))
                .toList();
        assertThat(own).containsAll(capabilities);
    }

    /** A platform that can do nothing at all. */
    static class OfNothing extends PlatformContract {
        @Override
        protected PlatformFixture fixture() {
            return new PlatformFixture() {
                @Override
                public void close() {}
            };
        }
    }
}
