package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.platform.AddressStatus;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealTimeIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FakePlatform platform = FakePlatform.builder("SV1")
            .install("W3SVC")
            .latencies(Latencies.none().addressUsable(Latency.fixed(Duration.ofMillis(50))))
            .realTime()
            .build();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void takesItsRealTime() throws Exception {
        platform.service("W3SVC").startTakes(Duration.ofMillis(120));
        long before = platform.timeline().nanos();
        platform.services().start("W3SVC");
        ServiceStatus seen = platform.services().query("W3SVC");
        while (seen.state() == ServiceState.START_PENDING) {
            seen = platform.services().awaitChange("W3SVC", seen, LIMIT);
        }
        assertThat(seen.state()).isEqualTo(ServiceState.RUNNING);
        assertThat(platform.timeline().nanos() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(120));
    }

    @Test
    void settlesWhenNothingOfTheMachineIsPending() {
        platform.addresses().add("10.0.0.10/24", null);
        platform.settle();
        assertThat(platform.addresses().query("10.0.0.10").state()).isEqualTo(AddressStatus.State.PREFERRED);
    }

    @Test
    void endsTheTasksOfAKilledProcessAndRefusesWhatTheyStillAsk() throws Exception {
        Timeline process = platform.timeline();
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        Task<Boolean> task = process.fork("engine", () -> {
            try {
                begun.complete(true);
                return process.await(new CompletableFuture<>(), LIMIT);
            } finally {
                refused.complete(caught(() -> platform.services().start("W3SVC")));
            }
        });
        begun.get(30, TimeUnit.SECONDS);
        platform.killProcess();
        assertThat(refused.get(30, TimeUnit.SECONDS)).hasMessageContaining("was ended");
        assertThatThrownBy(() -> process.after(Duration.ZERO, () -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> task.join(LIMIT)).isInstanceOf(ExecutionException.class);
        assertThat(platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
        assertThat(platform.timeline().fork("new", () -> 7).join(LIMIT)).isEqualTo(7);
    }

    private static Throwable caught(Runnable act) {
        try {
            act.run();
            return new AssertionError("not refused");
        } catch (IllegalStateException e) {
            return e;
        }
    }
}
