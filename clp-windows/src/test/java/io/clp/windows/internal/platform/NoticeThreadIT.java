package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.time.Timeline;
import io.clp.windows.OnWindows;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.machine.Processes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Service Control Manager of a real machine tells of, and what is left open. */
@OnWindows
class NoticeThreadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS = 10;
    private static final int ROUNDS = 120;

    private final Timeline time = Timeline.system();
    private final InstalledServices installed = new InstalledServices();
    private final WindowsServices services = WindowsServices.open(time);
    private final NoticeThread notices =
            new NoticeThread(Natives.load("kernel32", ProcessApi.class), services::watched, time);

    @AfterEach
    void close() {
        notices.close();
        services.close();
        installed.close();
    }

    @Test
    void tellsThatAServiceLeavesItsStateAndNotBefore() throws InterruptedException {
        String service = installed.install("-startdelay 4000 -step 100");
        assertThat(services.start(service)).isEqualTo(ActResult.done());
        CompletableFuture<?> left = notices.leaving(service, ServiceState.START_PENDING);
        assertThat(time.await(left, Duration.ofMillis(500))).isFalse();
        assertThat(notices.leaving(service, ServiceState.START_PENDING)).isSameAs(left);
        assertThat(told(service)).isTrue();
        assertThat(services.query(service).state()).isEqualTo(ServiceState.RUNNING);
        stop(service);
    }

    @Test
    void tellsOfSeveralServicesAtOnce() throws InterruptedException {
        String first = installed.install("-startdelay 400");
        String second = installed.install("-startdelay 5000");
        services.start(first);
        services.start(second);
        CompletableFuture<?> secondLeft = notices.leaving(second, ServiceState.START_PENDING);
        assertThat(told(first)).isTrue();
        assertThat(secondLeft).isNotDone();
        assertThat(told(second)).isTrue();
        stop(first);
        stop(second);
    }

    @Test
    void tellsAtOnceWhereTheStateIsLeftAlreadyOrTheServiceIsGone() throws InterruptedException {
        String service = installed.install("");
        assertThat(told(service)).isTrue();
        assertThat(told("NoSuchService")).isTrue();
    }

    @Test
    void keepsNoServiceOpenThatHasSettled() throws InterruptedException {
        String service = installed.install("");
        CompletableFuture<?> left = notices.leaving(service, ServiceState.STOPPED);
        assertThat(time.await(left, Duration.ofSeconds(1))).isFalse();
        notices.settled(service);
        assertThat(installed.delete(service)).isTrue();
    }

    @Test
    void takesBackWhatNobodyAsksForAnyMore() throws InterruptedException {
        String service = installed.install("");
        CompletableFuture<?> left = notices.leaving(service, ServiceState.STOPPED);
        assertThat(time.await(left, Duration.ofSeconds(5))).isFalse();
        assertThat(installed.delete(service)).isTrue();
    }

    @Test
    void leavesNothingOpen() throws InterruptedException {
        String service = installed.install("");
        int held = 0;
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(told(service)).as("round %s", i).isTrue();
            notices.settled(service);
            time.await(notices.leaving(service, ServiceState.STOPPED), Duration.ofMillis(20));
            notices.settled(service);
            held = i == ROUNDS / 4 ? Processes.handlesHeld() : held;
        }
        assertThat(Processes.handlesHeld())
                .as(
                        "a handle left in each round since would be %s more; threads that Java begins have some too",
                        ROUNDS * 3 / 4)
                .isLessThan(held + ROUNDS / 2);
        assertThat(installed.delete(service)).isTrue();
    }

    @Test
    void aWaitOfSecondsIsOverWithinMillisecondsAndLeavesNothingOpen() throws InterruptedException {
        String service = installed.install("-startdelay 1000 -step 300");
        services.start(service);
        until(service, ServiceState.RUNNING);
        stop(service);
        assertThat(installed.delete(service)).isTrue();
    }

    /**
     * Returns whether it is told that a service leaves START_PENDING. Asks as who waits does, again and again; and from the beginning where
     * nothing comes for long, because who waits looks for himself by then.
     */
    private boolean told(String service) throws InterruptedException {
        long begun = time.nanos();
        for (int look = 1; time.nanos() - begun < PATIENCE.toNanos(); look++) {
            if (time.await(notices.leaving(service, ServiceState.START_PENDING), BETWEEN_LOOKS)) {
                return true;
            } else if (look % LOOKS == 0) {
                notices.settled(service);
            }
        }
        return false;
    }

    private void stop(String service) throws InterruptedException {
        assertThat(services.stop(service)).isEqualTo(ActResult.done());
        until(service, ServiceState.STOPPED);
    }

    private void until(String service, ServiceState state) throws InterruptedException {
        ServiceStatus now = services.query(service);
        for (int i = 0; i < 100 && now.state() != state; i++) {
            now = services.awaitChange(service, now, PATIENCE);
        }
        assertThat(now.state()).isEqualTo(state);
    }
}
