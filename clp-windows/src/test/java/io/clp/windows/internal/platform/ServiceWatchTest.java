package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.testkit.FakePlatform;
import io.clp.time.Timeline;
import io.clp.windows.internal.platform.ScriptedApi.Described;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How late a change is known, and how often Windows is asked for that, in virtual time. */
class ServiceWatchTest {
    private static final int STOPPED = 1;
    private static final int START_PENDING = 2;
    private static final int RUNNING = 4;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScriptedApi api = new ScriptedApi();
    private final FakePlatform platform = FakePlatform.builder("SV1").build();
    private final Timeline time = platform.timeline();
    private final ScriptedNotices notices = new ScriptedNotices();
    private final WindowsServices services = new WindowsServices(api, new ScriptedProcesses(), open -> notices, time);
    private final Described service = api.install("W3SVC");

    @AfterEach
    void close() {
        assertThat(api.openServices()).isEmpty();
        services.close();
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 50, 51, 199, 400})
    void knowsOfAChangeWithinATwentiethOfTheTimeItTook(int millis) throws InterruptedException {
        service.state = START_PENDING;
        ServiceStatus seen = services.query("W3SVC");
        long begun = time.nanos();
        after(millis, () -> service.state = RUNNING);
        assertThat(services.awaitChange("W3SVC", seen, LONG).state()).isEqualTo(ServiceState.RUNNING);
        assertThat(time.nanos() - begun).isBetween(millis * 1_000_000L, (millis + 1) * 1_000_000L + millis * 50_000L);
    }

    @Test
    void knowsOfALateChangeAtOnceWhereWindowsTells() throws InterruptedException {
        service.state = START_PENDING;
        ServiceStatus seen = services.query("W3SVC");
        after(29_001, () -> {
            service.state = RUNNING;
            notices.tell();
        });
        assertThat(services.awaitChange("W3SVC", seen, LONG).state()).isEqualTo(ServiceState.RUNNING);
        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofMillis(29_001));
        assertThat(notices.asked).containsOnly("W3SVC START_PENDING");
        assertThat(notices.settled).containsExactly("W3SVC");
    }

    @Test
    void windowsIsNotAskedToTellWhereLooksAreCloseEnough() throws InterruptedException {
        service.state = START_PENDING;
        ServiceStatus seen = services.query("W3SVC");
        after(200, () -> service.state = RUNNING);
        services.awaitChange("W3SVC", seen, LONG);
        assertThat(notices.asked).isEmpty();
    }

    @Test
    void newsThatIsNoneNeitherEndsAWaitNorMakesItLookMoreOften() throws InterruptedException {
        service.state = START_PENDING;
        ServiceStatus seen = services.query("W3SVC");
        time.every(Duration.ofMillis(1), notices::tell);
        assertThat(services.awaitChange("W3SVC", seen, LONG)).isEqualTo(seen);
        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(LONG);
        assertThat(api.count("QueryServiceStatusEx")).isLessThan(200);
        assertThat(notices.settled).isEmpty();
    }

    @Test
    void knowsOfALateChangeWithinHalfASecond() throws InterruptedException {
        service.state = START_PENDING;
        ServiceStatus seen = services.query("W3SVC");
        after(29_001, () -> service.state = RUNNING);
        services.awaitChange("W3SVC", seen, LONG);
        assertThat(Duration.ofNanos(time.nanos())).isLessThanOrEqualTo(Duration.ofMillis(29_501));
        assertThat(api.count("QueryServiceStatusEx")).isLessThan(200);
    }

    @Test
    void progressThatIsShownOftenIsNotLookedForMoreOften() throws InterruptedException {
        service.state = START_PENDING;
        time.every(Duration.ofMillis(200), () -> service.checkpoint++);
        long end = LONG.toNanos();
        ServiceStatus seen = services.query("W3SVC");
        int changes = 0;
        while (time.nanos() < end) {
            seen = services.awaitChange("W3SVC", seen, Duration.ofNanos(end - time.nanos()));
            changes++;
        }
        assertThat(changes).isGreaterThan(50);
        assertThat(api.count("QueryServiceStatusEx")).isLessThan(400);
    }

    @Test
    void anotherTransitionIsLookedForCloselyAgain() throws InterruptedException {
        service.state = START_PENDING;
        assertThat(services.awaitChange("W3SVC", services.query("W3SVC"), LONG).state())
                .isEqualTo(ServiceState.START_PENDING);
        service.state = RUNNING;
        ServiceStatus running = services.awaitChange("W3SVC", services.query("W3SVC"), Duration.ZERO);
        assertThat(running.state()).isEqualTo(ServiceState.RUNNING);
        service.state = START_PENDING;
        service.processId = 8;
        ServiceStatus again = services.query("W3SVC");
        long begun = time.nanos();
        after(20, () -> service.state = RUNNING);
        services.awaitChange("W3SVC", again, LONG);
        assertThat(Duration.ofNanos(time.nanos() - begun)).isLessThan(Duration.ofMillis(24));
    }

    @Test
    void aServiceInBetweenIsOpenedOnceAndASettledOneIsNotKeptOpen() throws InterruptedException {
        service.state = START_PENDING;
        services.awaitChange("W3SVC", services.query("W3SVC"), Duration.ofSeconds(5));
        assertThat(api.count("OpenService")).isEqualTo(2);
        service.state = RUNNING;
        ServiceStatus running = services.query("W3SVC");
        List<String> openBetweenLooks = new ArrayList<>(List.of("not looked"));
        after(600, () -> {
            openBetweenLooks.clear();
            openBetweenLooks.addAll(api.openServices());
        });
        services.awaitChange("W3SVC", running, Duration.ofSeconds(5));
        assertThat(openBetweenLooks).isEmpty();
        assertThat(api.count("OpenService")).isGreaterThan(10);
    }

    @Test
    void aServiceThatIsDeletedOrInstalledIsAChange() throws InterruptedException {
        ServiceStatus stopped = services.query("W3SVC");
        after(100, () -> api.services.remove("W3SVC"));
        assertThat(services.awaitChange("W3SVC", stopped, LONG)).isEqualTo(ServiceStatus.notInstalled());
        after(100, () -> api.install("W3SVC"));
        assertThat(services.awaitChange("W3SVC", ServiceStatus.notInstalled(), LONG)
                        .state())
                .isEqualTo(ServiceState.STOPPED);
        ServiceStatus starting = new ServiceStatus(ServiceState.START_PENDING, 1, 0, 0, 0);
        assertThat(services.awaitChange("nosuch", starting, LONG)).isEqualTo(ServiceStatus.notInstalled());
    }

    @Test
    void theLimitEndsTheWaitExactlyAndNoLimitIsTooLong() throws InterruptedException {
        ServiceStatus stopped = services.query("W3SVC");
        assertThat(services.awaitChange("W3SVC", stopped, Duration.ofMillis(333)))
                .isEqualTo(stopped);
        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofMillis(333));
        assertThat(services.awaitChange("W3SVC", stopped, Duration.ofSeconds(-1)))
                .isEqualTo(stopped);
        after(1_000, () -> service.state = RUNNING);
        assertThat(services.awaitChange("W3SVC", stopped, Duration.ofSeconds(Long.MAX_VALUE))
                        .state())
                .isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void aFaultEndsTheWaitAndLeavesNothingOpen() {
        service.state = START_PENDING;
        ServiceStatus seen = services.query("W3SVC");
        after(100, () -> api.fail("QueryServiceStatusEx", 1722));
        assertThatThrownBy(() -> services.awaitChange("W3SVC", seen, LONG))
                .hasMessageContaining("QueryServiceStatusEx failed (1722");
        service.state = STOPPED;
    }

    private void after(int millis, Runnable change) {
        time.after(Duration.ofMillis(millis), change);
    }
}
