package io.clp.internal.watch;

import io.clp.ClpException.Facts;
import io.clp.internal.service.ServiceOperations;
import io.clp.internal.service.WaitLimit;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceState;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import io.clp.resource.ServiceTimeoutException;
import io.clp.time.Timeline;
import io.clp.watch.WatchPolicy;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A node's watches as one operation uses them: by its own view of the platform, and until its limit. */
final class OperationWatches implements WatchRegistry {
    private final WatchTable table;
    private final Supervision supervision;
    private final ServiceControl services;
    private final Timeline timeline;
    private final Supplier<WaitLimit> limits;

    OperationWatches(
            WatchTable table,
            Supervision supervision,
            ServiceControl services,
            Timeline timeline,
            Supplier<WaitLimit> limits) {
        this.table = table;
        this.supervision = supervision;
        this.services = services;
        this.timeline = timeline;
        this.limits = limits;
    }

    @Override
    public void load(String watchId, String service, WatchPolicy policy) throws InterruptedException {
        WatchIds.require(watchId, service);
        Objects.requireNonNull(policy, "policy");
        WaitLimit limit = limits.get();
        Watch watch = table.reserve(watchId, service, policy);
        boolean runs = false;
        try {
            awaitRestartOfNobody(watch, limit);
            ServiceOperations operations = new ServiceOperations(service, services, limit);
            if (!policy.adoptsRunning() && !table.listed(watch)) {
                requireNotRunning(service, operations.state());
            }
            operations.start();
            runs = true;
        } finally {
            if (!runs) {
                table.notLoaded(watch);
            }
        }
        if (!table.loaded(watch, policy)) {
            throw ResourceException.temporary("watch " + watch + " was ended while it was being loaded");
        }
        supervision.begin(watch);
    }

    @Override
    public boolean kill(String watchId) throws InterruptedException {
        WaitLimit limit = limits.get();
        Optional<Watch> ended = table.end(watchId);
        if (ended.isEmpty()) {
            return false;
        }
        Watch watch = ended.get();
        watch.silence();
        awaitRestart(watch, limit);
        new ServiceOperations(watch.service, services, limit).stop();
        return true;
    }

    @Override
    public Map<String, String> watches() {
        return table.listed();
    }

    /** A stop that overtook a restart would be followed by it. */
    private void awaitRestart(Watch watch, WaitLimit limit) throws InterruptedException {
        Restart restart = table.restartOf(watch.service);
        if (restart == null) {
            return;
        }
        long begun = timeline.nanos();
        boolean over = false;
        try {
            over = timeline.await(restart.over, limit.left());
        } finally {
            over = over || !table.abandon(restart);
        }
        if (!over) {
            throw hanging(watch, begun, "the service was not stopped; what the restart starts it stops itself");
        }
    }

    /** A restart whose watch was killed meanwhile may still stop what it started; a load comes after that. */
    private void awaitRestartOfNobody(Watch watch, WaitLimit limit) throws InterruptedException {
        Restart restart = table.restartOf(watch.service);
        if (restart == null || !table.belongsToNobody(restart)) {
            return;
        }
        long begun = timeline.nanos();
        if (!timeline.await(restart.over, limit.left())) {
            throw hanging(watch, begun, "the service was not started; see why the restart hangs");
        }
    }

    private ServiceTimeoutException hanging(Watch watch, long begun, String advice) {
        Duration waited = Duration.ofNanos(timeline.nanos() - begun);
        return new ServiceTimeoutException(
                watch.service,
                "to be through with a restart by watch " + watch.id,
                waited,
                services.query(watch.service).processId(),
                List.of("waited " + waited + " for a restart under way"),
                advice);
    }

    private static void requireNotRunning(String service, ServiceState state) {
        if (state != ServiceState.STOPPED
                && state != ServiceState.STOP_PENDING
                && state != ServiceState.NOT_INSTALLED) {
            throw new ResourceException(
                    "service " + service + " runs already (" + state
                            + "), and the policy of the watch does not adopt it",
                    Facts.of("load of a watch")
                            .advice("stop it first, or leave out failIfRunning()")
                            .windows(WindowsErrors.SERVICE_ALREADY_RUNNING),
                    Retry.USELESS,
                    null);
        }
    }
}
