package io.clp.testkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.platform.ActResult;
import io.clp.platform.AddressStatus;
import io.clp.platform.CommandResult;
import io.clp.platform.ScriptRun;
import io.clp.platform.ServiceStartType;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.platform.VolumeStatus;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Fault;
import io.clp.testkit.FaultKind;
import io.clp.testkit.FaultPlan;
import io.clp.testkit.FaultPoint;
import io.clp.testkit.FaultyPlatform;
import io.clp.testkit.SpiMethod;
import io.clp.time.Task;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultyPlatformTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final FakePlatform fake =
            FakePlatform.builder("SV1").install("W3SVC").build();
    private final FaultyPlatform platform = FaultyPlatform.wrap(fake);

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void isThePlatformWithinWhereThereIsNoFault() {
        assertThat(platform.services().start("W3SVC")).isEqualTo(ActResult.done());
        fake.settle();
        assertThat(platform.services().query("W3SVC").state()).isEqualTo(ServiceState.RUNNING);
        assertThat(platform.met().values()).containsOnly(0L);
    }

    @Test
    void refusesAndIsBusyForSoManyCallsAndDoesNothingThen() {
        platform.next(SpiMethod.SERVICE_START, 2, Fault.busy(1055)).next(SpiMethod.SERVICE_START, Fault.refused(5));
        assertThat(platform.services().start("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.BUSY, 1055));
        assertThat(platform.services().start("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.BUSY, 1055));
        assertThat(platform.services().start("W3SVC")).isEqualTo(ActResult.of(ActResult.Kind.REFUSED, 5));
        assertThat(fake.acts()).isEmpty();
        assertThat(platform.services().start("W3SVC")).isEqualTo(ActResult.done());
        assertThat(platform.met()).containsEntry(new FaultPoint(SpiMethod.SERVICE_START, FaultKind.BUSY), 2L);
    }

    @Test
    void throwsBeforeOrAfterTheAct() {
        platform.next(SpiMethod.SERVICE_START, Fault.thrown()).next(SpiMethod.SERVICE_START, Fault.answerLost());
        assertThatThrownBy(() -> platform.services().start("W3SVC")).hasMessageContaining("SERVICE_START THROWN");
        assertThat(fake.acts()).isEmpty();
        assertThatThrownBy(() -> platform.services().start("W3SVC")).hasMessageContaining("ANSWER_LOST");
        assertThat(fake.acts()).hasSize(1);
    }

    @Test
    void delaysOnTheTimelineAndHangsUntilReleased() throws Exception {
        platform.next(SpiMethod.SERVICE_START, Fault.delayed(Duration.ofSeconds(7)));
        platform.services().start("W3SVC");
        assertThat(fake.timeline().nanos()).isEqualTo(Duration.ofSeconds(7).toNanos());

        platform.next(SpiMethod.SERVICE_QUERY, Fault.hung());
        Task<ServiceStatus> hung =
                platform.timeline().fork("caller", () -> platform.services().query("W3SVC"));
        fake.advance(Duration.ofDays(1));
        hung.interrupt();
        fake.settle();
        assertThatThrownBy(() -> hung.join(Duration.ZERO)).isInstanceOf(TimeoutException.class);
        platform.release();
        assertThat(hung.join(LIMIT).state()).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void answersWhatIsNotTrue() throws Exception {
        for (SpiMethod method : SpiMethod.values()) {
            platform.next(method, Integer.MAX_VALUE, Fault.wrong());
        }
        assertThat(platform.services().query("W3SVC").state()).isEqualTo(ServiceState.NOT_INSTALLED);
        assertThat(platform.services().start("W3SVC")).isEqualTo(ActResult.done());
        assertThat(platform.addresses().query("10.0.0.1")).isEqualTo(AddressStatus.absent());
        assertThat(platform.volumes().query("v", "E:\\")).isEqualTo(VolumeStatus.UNREADABLE);
        assertThat(platform.commands().run(List.of("nosuch"), Map.of(), LIMIT)).isEqualTo(CommandResult.exited(0, ""));
        assertThat(fake.acts()).isEmpty();
        platform.heal();
        assertThat(platform.services().query("W3SVC").state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aScriptMeetsTheFaultsOfACommand() throws Exception {
        platform.next(SpiMethod.COMMAND_RUN, Fault.refused(5)).next(SpiMethod.COMMAND_RUN, Fault.busy(0));
        ScriptRun script = new ScriptRun("C:\\start.bat", Map.of(), Optional.empty(), Optional.empty());
        assertThat(platform.commands().runScript(script, LIMIT))
                .isEqualTo(new CommandResult(CommandResult.End.NOT_STARTED, 5, ""));
        assertThat(platform.commands().runScript(script, LIMIT).end()).isEqualTo(CommandResult.End.TIMED_OUT);
        assertThat(fake.commands().calls("start.bat")).isEmpty();
        assertThat(platform.commands().runScript(script, LIMIT).exitCode()).isEqualTo(2);
        assertThat(fake.commands().calls("start.bat")).hasSize(1);
    }

    @Test
    void refusesFaultsThatAMethodCannotMeet() {
        assertThatThrownBy(() -> platform.next(SpiMethod.SERVICE_QUERY, Fault.refused(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SERVICE_QUERY");
    }

    @Test
    void aPlanReachesEveryFaultAndRepeatsItself() {
        assertThat(coverageOf(1)).isEqualTo(coverageOf(1)).isNotEqualTo(coverageOf(2));
        FakePlatform inner = FakePlatform.builder("SV2").install("W3SVC").build();
        try (FaultyPlatform random = random(inner, 3)) {
            callEverything(random, 2_000);
            assertThat(random.met()).hasSameSizeAs(FaultPoint.all());
            assertThat(random.met().values()).doesNotContain(0L);
            assertThat(random.coverage()).contains("COMMAND_RUN").contains("ANSWER_LOST");
        }
    }

    private static String coverageOf(long seed) {
        try (FaultyPlatform random =
                random(FakePlatform.builder("SV2").install("W3SVC").build(), seed)) {
            callEverything(random, 50);
            return random.coverage();
        }
    }

    private static FaultyPlatform random(FakePlatform inner, long seed) {
        return FaultyPlatform.wrap(
                inner, FaultPlan.random(seed, 500, EnumSet.allOf(FaultKind.class), Duration.ofSeconds(2)));
    }

    private static void callEverything(FaultyPlatform platform, int times) {
        for (int i = 0; i < times; i++) {
            call(platform, () -> platform.services().query("W3SVC"));
            call(platform, () -> platform.services().start("W3SVC"));
            call(platform, () -> platform.services().stop("W3SVC"));
            call(platform, () -> platform.services().terminate("W3SVC", 4));
            call(platform, () -> platform.services().runningDependents("W3SVC"));
            call(platform, () -> platform.services().configuration("W3SVC"));
            call(platform, () -> platform.services().changeStartType("W3SVC", ServiceStartType.MANUAL));
            call(platform, () -> platform.services().awaitChange("W3SVC", ServiceStatus.notInstalled(), Duration.ZERO));
            call(platform, () -> platform.addresses().query("10.0.0.1"));
            call(platform, () -> platform.addresses().add("10.0.0.1/16", null));
            call(platform, () -> platform.addresses().announce("10.0.0.1"));
            call(platform, () -> platform.addresses().remove("10.0.0.1"));
            call(platform, () -> platform.volumes().query("v", "E:\\"));
            call(platform, () -> platform.volumes().online("v", "E:\\"));
            call(platform, () -> platform.volumes().offline("v", "E:\\"));
            call(platform, () -> platform.commands().run(List.of("net"), Map.of(), LIMIT));
        }
    }

    private static void call(FaultyPlatform platform, java.util.concurrent.Callable<?> call) {
        Task<?> task = platform.timeline().fork("call", call);
        try {
            task.join(Duration.ofSeconds(10));
        } catch (TimeoutException hung) {
            platform.release();
        } catch (java.util.concurrent.ExecutionException injected) {
            assertThat(injected.getCause()).hasMessageStartingWith("injected fault");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
