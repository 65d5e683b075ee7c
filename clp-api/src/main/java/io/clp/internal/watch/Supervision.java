package io.clp.internal.watch;

import io.clp.internal.service.ServiceOperations;
import io.clp.internal.service.WaitLimit;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceStatus;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourceException;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each watched service once a second and starts again what ended abnormally. Has no thread of its own. */
final class Supervision {
    static final Duration INTERVAL = Duration.ofSeconds(1);
    static final Duration RESTART_LIMIT = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);

    private final WatchTable table;
    private final ServiceControl services;
    private final Timeline timeline;
    private final WatchListener listener;

    Supervision(WatchTable table, ServiceControl services, Timeline timeline, WatchListener listener) {
        this.table = table;
        this.services = services;
        this.timeline = timeline;
        this.listener = listener;
    }

    /** Begins to supervise a watch whose service was seen running; does nothing where it is supervised already. */
    void begin(Watch watch) {
        Timer timer = timeline.every(INTERVAL, () -> forkLook(watch));
        if (!table.arm(watch, timer)) {
            timer.cancel();
        }
    }

    /** Goes on after a suspension, and looks at once at everything. */
    void resume() {
        table.suspend(false).forEach(this::forkLook);
    }

    private void forkLook(Watch watch) {
        if (!table.beginLook(watch)) {
            return;
        }
        boolean forked = false;
        try {
            Task<?> look = timeline.fork("watch " + watch.id, () -> {
                look(watch);
                return null;
            });
            forked = true;
            if (!table.keep(watch, look)) {
                look.interrupt();
            }
        } finally {
            if (!forked) {
                table.endLook(watch);
            }
        }
    }

    private void look(Watch watch) {
        try {
            ServiceStatus seen = services.query(watch.service);
            WatchDecision decision = table.observed(watch, seen, timeline.nanos());
            switch (decision.action()) {
                case NOTHING -> {}
                case NOTE_STOP ->
                    LOG.info("watch {}: stopped by somebody ({}), not started again", watch, seen.state());
                case FAIL -> fail(watch, seen, decision.next());
                case RESTART -> restart(watch, seen, decision.next());
            }
        } catch (RuntimeException e) {
            LOG.error("watch {}: a look failed; the next one follows", watch, e);
        } finally {
            table.endLook(watch);
        }
    }

    private void fail(Watch watch, ServiceStatus seen, WatchState state) {
        String why = "service " + watch.service + " " + ending(seen) + " after " + state.restarts() + " restarts";
        LOG.error("watch {} has failed: {}", watch, why);
        listener.failed(watch.id, watch.service, why);
    }

    private void restart(Watch watch, ServiceStatus seen, WatchState state) {
        LOG.warn("watch {}: {}; restart {} of {}", watch, ending(seen), state.restarts(), watch.policy.restarts());
        Restart restart = table.restartOf(watch.service);
        if (restart == null) {
            throw new IllegalStateException("watch " + watch + ": a restart that nobody noted");
        }
        boolean reached = false;
        try {
            reached = reachesRunning(restart);
        } finally {
            try {
                if (table.attempted(restart, reached)) {
                    undo(restart);
                }
            } finally {
                restart.over.complete(null);
            }
        }
        if (reached && table.supervises(watch)) {
            listener.restarted(watch.id, watch.service, state.restarts());
        }
    }

    private boolean reachesRunning(Restart restart) {
        Watch watch = restart.watch;
        ServiceControl control = new EndableControl(services, () -> table.mayStart(restart));
        try {
            new ServiceOperations(watch.service, control, WaitLimit.in(timeline, RESTART_LIMIT)).start();
            return true;
        } catch (ResourceException e) {
            LOG.warn("watch {}: the restart failed", watch, e);
        } catch (CancellationException | InterruptedException e) {
            LOG.info("watch {}: the restart was given up", watch, e);
        }
        return false;
    }

    private void undo(Restart restart) {
        Watch watch = restart.watch;
        try {
            LOG.warn("watch {}: ended while its restart hung; what that started is stopped again", watch);
            stopOnceMore(new ServiceOperations(watch.service, services, WaitLimit.in(timeline, RESTART_LIMIT)));
        } catch (ResourceException | InterruptedException e) {
            LOG.error("watch {}: its late restart could not be undone; the service may run", watch, e);
        } finally {
            table.over(restart);
        }
    }

    private static void stopOnceMore(ServiceOperations service) throws InterruptedException {
        try {
            service.stop();
        } catch (InterruptedException e) {
            // The interrupt was the kill's, for the restart; this stop is what the kill left to be done.
            LOG.debug("the stop of service {} met the interrupt meant for its restart", service.name(), e);
            service.stop();
        }
    }

    private static String ending(ServiceStatus seen) {
        return seen.endedAbnormally()
                ? "ended abnormally with exit code " + seen.exitCode() + " " + WindowsErrors.nameOf(seen.exitCode())
                : "did not run again (" + seen.state() + ")";
    }
}
