package io.clp.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.internal.script.ScriptedService;
import io.clp.internal.script.ScriptedServices;
import io.clp.internal.script.SteppedTimeline;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.resource.ResourceException;
import io.clp.resource.ServiceTimeoutException;
import io.clp.time.Task;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceOperationsTest {
    private final SteppedTimeline timeline = new SteppedTimeline();
    private final ScriptedServices scm = new ScriptedServices(timeline);
    private final ScriptedService web = scm.install("W3SVC");

    @Test
    void startsAndReturnsAsSoonAsItRuns() throws Exception {
        start();
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(timeline.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(scm.acts()).containsExactly("start W3SVC");
    }

    @Test
    void leavesWhatIsAsWanted() throws Exception {
        web.in(ServiceState.RUNNING);
        start();
        web.ends(0);
        assertThat(stop()).isEmpty();
        assertThat(scm.acts()).isEmpty();
    }

    @Test
    void startsAfterAStopThatIsUnderWay() throws Exception {
        web.in(ServiceState.RUNNING).stop();
        start();
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(timeline.nanos()).isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void stopsAfterAStartThatIsUnderWay() throws Exception {
        web.start();
        stop();
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
        assertThat(scm.acts()).containsExactly("stop W3SVC");
    }

    @Test
    void asksAgainWhereItIsBusy() throws Exception {
        web.answers(Kind.BUSY, 1055)
                .answers(Kind.BUSY, 1061)
                .answers(Kind.ALREADY, 1056)
                .answers(Kind.REFUSED, 1053);
        start();
        assertThat(web.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(scm.acts()).hasSize(5);
    }

    @Test
    void stopsDependentsFirstAndSaysWhich() throws Exception {
        web.dependents("B", "A").in(ServiceState.RUNNING);
        scm.install("A").in(ServiceState.RUNNING);
        scm.install("B").dependents("C").in(ServiceState.RUNNING);
        scm.install("C").in(ServiceState.RUNNING);

        assertThat(stop()).containsExactly("C", "B", "A");
        assertThat(scm.acts()).containsExactly("stop W3SVC", "stop B", "stop C", "stop B", "stop A", "stop W3SVC");
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void namesTheDependentThatHangs() {
        web.dependents("A").in(ServiceState.RUNNING);
        scm.install("A").in(ServiceState.RUNNING).hangs();
        ServiceTimeoutException hang = catchThrowableOfType(ServiceTimeoutException.class, this::stop);
        assertThat(hang.service()).isEqualTo("A");
        assertThat(hang.tried())
                .containsExactly(
                        "stop: BUSY (1051 ERROR_DEPENDENT_SERVICES_RUNNING)",
                        "dependent A: stop: DONE",
                        "dependent A: waited PT1M58S in STOP_PENDING");
    }

    @Test
    void tellsOfAStopThatHangs() {
        web.in(ServiceState.RUNNING).hangs();
        ServiceTimeoutException hang = catchThrowableOfType(ServiceTimeoutException.class, this::stop);
        assertThat(hang.service()).isEqualTo("W3SVC");
        assertThat(hang.processId()).hasValue(100);
        assertThat(hang.tried()).containsExactly("stop: DONE", "waited PT1M58S in STOP_PENDING");
        assertThat(hang.advice()).contains("forceStop(true)");
        assertThat(hang.waited()).isEqualTo(Duration.ofSeconds(118));
        assertThat(hang.indeterminate()).isTrue();
    }

    @Test
    void notesProgressButOnlyTheLimitEndsTheWait() {
        web.in(ServiceState.RUNNING).hangs();
        for (int i = 1; i <= 3; i++) {
            ServiceStatus next = new ServiceStatus(ServiceState.STOP_PENDING, 100, 0, i, 2000);
            timeline.after(Duration.ofSeconds(10L * i), () -> web.becomes(next));
        }
        ServiceTimeoutException hang = catchThrowableOfType(ServiceTimeoutException.class, this::stop);
        assertThat(hang.tried())
                .containsExactly("stop: DONE", "waited PT1M58S in STOP_PENDING, its checkpoint went from 0 to 3");
    }

    @Test
    void saysThatAPausedServiceIsPaused() {
        web.in(ServiceState.PAUSED);
        assertThatThrownBy(this::start).isInstanceOf(ResourceException.class).hasMessageContaining("PAUSED");
    }

    @Test
    void failsWithTheExitCodeOfAStart() {
        web.failsToStart(1067);
        ResourceException failed = catchThrowableOfType(ResourceException.class, this::start);
        assertThat(failed.windowsName()).isEqualTo("ERROR_PROCESS_ABORTED");
        assertThat(scm.acts()).hasSize(1);
    }

    @Test
    void takesWhatIsNotInstalledForStoppedButNotForStartable() throws Exception {
        ServiceOperations missing = operations("NOSUCH");
        assertThat(timeline.call(missing::stop)).isEmpty();
        assertThat(missing.state()).isEqualTo(ServiceState.NOT_INSTALLED);
        assertThatThrownBy(() -> timeline.call(() -> {
                    missing.start();
                    return null;
                }))
                .hasMessageContaining("1060");
    }

    @Test
    void doesNotSpinWhereWaitsReturnEarly() {
        scm.returnEarly();
        web.in(ServiceState.RUNNING).hangs();
        assertThatThrownBy(this::stop).isInstanceOf(ServiceTimeoutException.class);
        assertThat(scm.queries()).isBetween(1000, 5000); // ten looks a second for two minutes, three queries each
    }

    @Test
    void actsNoMoreOnceTheLimitHasPassed() {
        ServiceOperations late = new ServiceOperations("W3SVC", scm, new WaitLimit(timeline, timeline.nanos()));
        assertThatThrownBy(() -> timeline.call(() -> {
                    late.start();
                    return null;
                }))
                .isInstanceOf(ServiceTimeoutException.class);
        assertThat(scm.acts()).isEmpty();
    }

    @Test
    void terminatesTheProcessSeenAndWaitsUntilItIsStopped() throws Exception {
        web.in(ServiceState.STOP_PENDING).hangs();
        timeline.call(() -> {
            operations("W3SVC").terminate();
            return null;
        });
        assertThat(scm.acts()).containsExactly("terminate W3SVC 100");
        assertThat(web.state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void saysWhyAProcessIsNotTerminated() {
        web.in(ServiceState.RUNNING).answers(Kind.REFUSED, 5);
        assertThatThrownBy(() -> timeline.call(() -> {
                    operations("W3SVC").terminate();
                    return null;
                }))
                .hasMessageContaining("terminate refused (5 ERROR_ACCESS_DENIED)");
    }

    @Test
    void endsWithTheInterrupt() {
        web.in(ServiceState.RUNNING).hangs();
        Task<List<String>> stop = timeline.begin(() -> operations("W3SVC").stop());
        timeline.advance(Duration.ofSeconds(5));
        stop.interrupt();
        timeline.advance(Duration.ZERO);
        assertThatThrownBy(() -> SteppedTimeline.result(stop)).isInstanceOf(InterruptedException.class);
    }

    private void start() throws Exception {
        timeline.call(() -> {
            operations("W3SVC").start();
            return null;
        });
    }

    private List<String> stop() throws Exception {
        return timeline.call(() -> operations("W3SVC").stop());
    }

    private ServiceOperations operations(String name) {
        return new ServiceOperations(name, scm, WaitLimit.in(timeline, Duration.ofSeconds(118)));
    }
}
