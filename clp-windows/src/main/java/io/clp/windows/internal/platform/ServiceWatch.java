package io.clp.windows.internal.platform;

import io.clp.platform.ServiceStatus;
import io.clp.time.Timeline;
import io.clp.windows.internal.driver.OpenedService;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits for services to change, by looking at them in growing intervals. Where these have grown, Windows is also asked to tell, for it does so
 * within milliseconds; but its notices are not relied on: they know neither of progress nor, everywhere, of a crash. Thread-safe.
 */
final class ServiceWatch {
    private static final Duration LONGEST_LIMIT = Duration.ofDays(10_000);

    /** A notice costs several looks; up to this interval a look is as good. */
    private static final Duration CLOSE_ENOUGH = Duration.ofMillis(10);

    private final WindowsServices services;
    private final StateNotices notices;
    private final Timeline timeline;
    private final PendingSince pendingSince = new PendingSince();

    ServiceWatch(WindowsServices services, StateNotices notices, Timeline timeline) {
        this.services = services;
        this.notices = notices;
        this.timeline = timeline;
    }

    /** Waits until the status differs from the one seen, or the limit has passed; returns the status then. */
    ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException {
        long begun = timeline.nanos();
        long since = pendingSince.since(service, seen, begun);
        Duration most = limit.compareTo(LONGEST_LIMIT) < 0 ? limit : LONGEST_LIMIT;
        ServiceStatus now = seen.state().pending()
                ? awaitTransition(service, seen, since, begun, most)
                : look(() -> services.query(service), seen, since, begun, most, timeline::sleep);
        if (now.state() != seen.state()) {
            notices.settled(service);
        }
        pendingSince.observed(service, now);
        return now;
    }

    /**
     * A service in between is opened once for the wait. A settled one is opened for each look: a wait for it may last for months, and while
     * a handle is open Windows cannot delete the service.
     */
    private ServiceStatus awaitTransition(String service, ServiceStatus seen, long since, long begun, Duration limit)
            throws InterruptedException {
        Optional<OpenedService> found = services.watched(service);
        if (found.isEmpty()) {
            return ServiceStatus.notInstalled();
        }
        try (OpenedService opened = found.get()) {
            Pause pause = new AttentivePause(service, seen);
            return look(() -> WindowsServices.status(opened), seen, since, begun, limit, pause);
        }
    }

    private ServiceStatus look(Look look, ServiceStatus seen, long since, long begun, Duration limit, Pause pause)
            throws InterruptedException {
        while (true) {
            ServiceStatus now = look.once();
            long nanos = timeline.nanos();
            Duration left = limit.minusNanos(nanos - begun);
            if (!now.equals(seen) || left.isZero() || left.isNegative()) {
                return now;
            }
            Duration interval = PollInterval.next(Duration.ofNanos(nanos - since), seen);
            pause.atMost(interval.compareTo(left) < 0 ? interval : left);
        }
    }

    @FunctionalInterface
    private interface Pause {
        void atMost(Duration interval) throws InterruptedException;
    }

    /** A pause that news ends. News that was none is not listened for again: it could come without end. */
    private final class AttentivePause implements Pause {
        private final String service;
        private final ServiceStatus seen;
        private boolean listens = true;

        AttentivePause(String service, ServiceStatus seen) {
            this.service = service;
            this.seen = seen;
        }

        @Override
        public void atMost(Duration interval) throws InterruptedException {
            if (listens && interval.compareTo(CLOSE_ENOUGH) > 0) {
                listens = !timeline.await(notices.leaving(service, seen.state()), interval);
            } else {
                timeline.sleep(interval);
            }
        }
    }

    @FunctionalInterface
    private interface Look {
        ServiceStatus once();
    }
}
