package io.clp.windows.internal.platform;

import io.clp.platform.ServiceStatus;
import io.clp.time.Timeline;
import io.clp.windows.internal.driver.OpenedService;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits for services to change, by looking at them in growing intervals. The notification of Windows does not know of a crash everywhere,
 * comes as a call into the waiting thread, and cannot be interrupted. Thread-safe.
 */
final class ServiceWatch {
    private static final Duration LONGEST_LIMIT = Duration.ofDays(10_000);

    private final WindowsServices services;
    private final Timeline timeline;
    private final PendingSince pendingSince = new PendingSince();

    ServiceWatch(WindowsServices services, Timeline timeline) {
        this.services = services;
        this.timeline = timeline;
    }

    /** Waits until the status differs from the one seen, or the limit has passed; returns the status then. */
    ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException {
        long begun = timeline.nanos();
        long since = pendingSince.since(service, seen, begun);
        Duration most = limit.compareTo(LONGEST_LIMIT) < 0 ? limit : LONGEST_LIMIT;
        ServiceStatus now = seen.state().pending()
                ? awaitTransition(service, seen, since, begun, most)
                : look(() -> services.query(service), seen, since, begun, most);
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
            return look(() -> WindowsServices.status(opened), seen, since, begun, limit);
        }
    }

    private ServiceStatus look(Look look, ServiceStatus seen, long since, long begun, Duration limit)
            throws InterruptedException {
        while (true) {
            ServiceStatus now = look.once();
            long nanos = timeline.nanos();
            Duration left = limit.minusNanos(nanos - begun);
            if (!now.equals(seen) || left.isZero() || left.isNegative()) {
                return now;
            }
            Duration interval = PollInterval.next(Duration.ofNanos(nanos - since), seen);
            timeline.sleep(interval.compareTo(left) < 0 ? interval : left);
        }
    }

    @FunctionalInterface
    private interface Look {
        ServiceStatus once();
    }
}
