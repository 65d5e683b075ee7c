package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ServiceState;
import io.clp.testkit.FakePlatform;
import io.clp.time.Timeline;
import io.clp.windows.OnWindows;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which task serves what is wanted and what it leaves open, in virtual time and over functions that a test describes; what Windows tells is
 * shown by {@link NoticeThreadIT}. On Windows only, because nowhere else does JNA make a callback that Windows could call.
 */
@OnWindows
class NoticeTaskIT {
    private static final Duration A_WHILE = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakePlatform platform = FakePlatform.builder("SV1").build();
    private final Timeline time = platform.timeline();
    private final ScriptedApi api = new ScriptedApi();
    private final WindowsServices services =
            new WindowsServices(api, new ScriptedProcesses(), open -> new ScriptedNotices(), time);

    private final ScriptedEvents events = new ScriptedEvents(time);
    private final NoticeThread notices = new NoticeThread(events.api(), services::watched, time);

    @BeforeEach
    void install() {
        api.install("W3SVC");
        api.install("ftpsvc");
    }

    @AfterEach
    void leavesNothingOpen() throws InterruptedException {
        notices.close();
        time.sleep(A_WHILE);
        assertThat(api.openServices()).isEmpty();
        assertThat(events.open).isEmpty();
        services.close();
        platform.close();
    }

    @Test
    void keepsAServiceOpenForAsLongAsItIsAskedFor() throws InterruptedException {
        CompletableFuture<?> left = notices.leaving("W3SVC", ServiceState.STOPPED);
        for (int i = 0; i < 10; i++) {
            time.sleep(Duration.ofSeconds(1));
            assertThat(notices.leaving("W3SVC", ServiceState.STOPPED)).isSameAs(left);
        }
        assertThat(api.openServices()).containsExactly("W3SVC");
        assertThat(api.count("NotifyServiceStatusChange")).isEqualTo(1);
        time.sleep(LONG);
        assertThat(api.openServices()).isEmpty();
    }

    @Test
    void servesWhatIsAskedForWhileAnEarlierTaskEnds() throws InterruptedException {
        api.whenClosed = () -> {
            api.whenClosed = () -> {};
            notices.leaving("ftpsvc", ServiceState.STOPPED);
            pause();
        };
        notices.leaving("W3SVC", ServiceState.STOPPED);
        time.sleep(A_WHILE);
        notices.settled("W3SVC");
        time.sleep(A_WHILE);
        assertThat(api.openServices()).containsExactly("ftpsvc");
        assertThat(events.open).as("of one task").hasSize(1);
        notices.settled("ftpsvc");
        assertThat(api.openServices()).isEmpty();
    }

    @Test
    void asksAnewForWhatATaskThatFailedLeft() throws InterruptedException {
        events.waitsFail = true;
        CompletableFuture<?> left = notices.leaving("W3SVC", ServiceState.STOPPED);
        time.sleep(A_WHILE);
        assertThat(api.openServices()).isEmpty();
        assertThat(left).isNotDone();
        assertThat(notices.leaving("W3SVC", ServiceState.STOPPED)).isNotSameAs(left);
        time.sleep(A_WHILE);
        assertThat(api.count("NotifyServiceStatusChange")).isEqualTo(2);
    }

    @Test
    void aServiceThatIsNotThereHasLeftItsState() throws InterruptedException {
        assertThat(time.await(notices.leaving("gone", ServiceState.STOPPED), A_WHILE))
                .isTrue();
    }

    @Test
    void whatWindowsDoesNotTellOfIsNotTold() throws InterruptedException {
        api.fail("NotifyServiceStatusChange", 5);
        CompletableFuture<?> left = notices.leaving("W3SVC", ServiceState.STOPPED);
        assertThat(time.await(left, LONG)).isFalse();
    }

    private void pause() {
        try {
            time.sleep(A_WHILE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
