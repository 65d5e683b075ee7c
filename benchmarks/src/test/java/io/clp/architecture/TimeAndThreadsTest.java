package io.clp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** One place knows the time and makes threads; the decision core touches nothing at all. */
class TimeAndThreadsTest {
    private static final Set<String> CLOCKS_AND_WAITS = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Thread.sleep",
            "java.lang.Thread.<init>",
            "java.lang.Thread.start",
            "java.lang.Object.wait",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.util.concurrent.TimeUnit.sleep");

    private static final List<String> MAKERS_OF_THREADS = List.of(
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor");

    /** The shell around the monitors' core. */
    private static final Set<String> PROBERS =
            Set.of("io.clp.internal.monitor.GroupMonitors", "io.clp.internal.monitor.Look");

    private static final DescribedPredicate<JavaClass> OWN_TIME = describe(
            "are the system timeline, the simulator or benchmarks",
            type -> Classes.isIn(type, "io.clp.internal.time")
                    || Classes.isIn(type, "io.clp.testkit.internal.sim")
                    || Classes.isIn(type, "io.clp.benchmarks"));

    @Test
    void onlyTheTimelinesReadClocksWaitOrStartThreads() {
        noClasses()
                .that(DescribedPredicate.not(OWN_TIME))
                .should()
                .callCodeUnitWhere(describe("reads a clock, waits or starts a thread", TimeAndThreadsTest::isForbidden))
                .check(Classes.ours());
    }

    @Test
    void onlyTheTimelinesKnowMakersOfThreads() {
        noClasses()
                .that(DescribedPredicate.not(OWN_TIME))
                .should()
                .dependOnClassesThat(describe("make threads", type -> MAKERS_OF_THREADS.contains(type.getName())))
                .orShould()
                .beAssignableTo(Thread.class)
                .check(Classes.ours());
    }

    @Test
    void theDecisionCoreIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage("io.clp.internal.decide..", "io.clp.internal.plan..", Slices.DEFINITION + "..")
                .should()
                .dependOnClassesThat(describe("act on the world", TimeAndThreadsTest::isImpure))
                .orShould()
                .callCodeUnitWhere(describe("reads a clock, waits or starts a thread", TimeAndThreadsTest::isForbidden))
                .check(Classes.ours());
    }

    /** What decides on verdicts lies beside the shell that probes; whatever it is not may know threads and futures. */
    @Test
    void theMonitorsCoreIsPureToo() {
        noClasses()
                .that()
                .resideInAPackage("io.clp.internal.monitor")
                .and(describe("decide", type -> !isProber(type)))
                .should()
                .dependOnClassesThat(describe(
                        "act on the world",
                        type -> isProber(type) || (isImpure(type) && !Classes.isIn(type, "io.clp.internal.monitor"))))
                .orShould()
                .callCodeUnitWhere(describe("reads a clock, waits or starts a thread", TimeAndThreadsTest::isForbidden))
                .check(Classes.ours());
    }

    private static boolean isProber(JavaClass type) {
        return PROBERS.stream()
                .anyMatch(it -> type.getName().equals(it) || type.getName().startsWith(it + "$"));
    }

    private static boolean isForbidden(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        return CLOCKS_AND_WAITS.contains(owner + "." + target.getName())
                || (owner.startsWith("java.time.") && target.getName().equals("now"));
    }

    /** The core decides over values: no clock, thread, lock, future, log, file or chance, and no platform or timeline. */
    private static boolean isImpure(JavaClass type) {
        return type.getName().equals("java.time.Clock")
                || type.isAssignableTo(Thread.class)
                || type.isAssignableTo(Executor.class)
                || type.isAssignableTo(java.util.Random.class)
                || Classes.isIn(type, "java.util.concurrent")
                || Classes.isIn(type, "java.io")
                || Classes.isIn(type, "java.nio")
                || Classes.isIn(type, "java.net")
                || Classes.isIn(type, "org.slf4j")
                || Classes.isIn(type, "io.clp.time")
                || (Classes.isIn(type, "io.clp.internal")
                        && !Classes.isIn(type, "io.clp.internal.decide")
                        && !Classes.isIn(type, "io.clp.internal.plan")
                        && !Classes.isIn(type, Slices.DEFINITION)); // pure functions too
    }
}
