package io.clp.internal.watch;

import io.clp.internal.definition.Names;
import io.clp.internal.watch.WatchState.Phase;
import io.clp.platform.ServiceStatus;
import io.clp.resource.ResourceException;
import io.clp.time.Task;
import io.clp.time.Timer;
import io.clp.watch.WatchPolicy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is watched on a node and what is being restarted. Each method is one atomic step that waits for nothing and asks the platform
 * nothing; what follows from it is done by the caller, outside the lock.
 */
final class WatchTable {
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    /** By service: at most one restart of a service is under way, whoever watches it. */
    private final Map<String, Restart> restarts = new HashMap<>();

    private long loaded;
    private boolean closed;
    private boolean suspended;

    /** Finds or makes the watch of a load. */
    synchronized Watch reserve(String id, String service, WatchPolicy policy) {
        if (closed) {
            throw ResourceException.permanent("watch " + id + ": the node's watches were closed");
        }
        Watch watch = watches.computeIfAbsent(Names.fold(id), key -> new Watch(id, service, policy));
        if (!Names.sameFolded(watch.service, service)) {
            throw ResourceException.permanent(
                    "watch id " + id + " watches service " + watch.service + " already, and not " + service);
        }
        watch.loads++;
        return watch;
    }

    /** Returns whether a load of this watch finds it watched already, failed or not. */
    synchronized boolean listed(Watch watch) {
        return watch.state.phase() == Phase.WATCHING || watch.state.phase() == Phase.FAILED;
    }

    /** Ends a load that reached RUNNING; false where the watch was ended meanwhile. A watch that had failed begins anew. */
    synchronized boolean loaded(Watch watch, WatchPolicy policy) {
        watch.loads--;
        if (watch.state.phase() == Phase.LOADING || watch.state.phase() == Phase.FAILED) {
            watch.state = WatchState.watching();
            watch.policy = policy;
            watch.order = watch.order == 0 ? ++loaded : watch.order;
        }
        return watch.state.supervises();
    }

    /** Ends a load that did not reach RUNNING. */
    synchronized void notLoaded(Watch watch) {
        watch.loads--;
        if (watch.loads == 0 && watch.state.phase() == Phase.LOADING) {
            watch.state = watch.state.in(Phase.ENDED);
            watches.remove(Names.fold(watch.id), watch);
        }
    }

    /** Keeps the timer of a watch that supervises and has none; false where the timer is not needed. */
    synchronized boolean arm(Watch watch, Timer timer) {
        boolean needed = watch.state.supervises() && watch.timer == null;
        if (needed) {
            watch.timer = timer;
        }
        return needed;
    }

    /** Begins a look unless there is nothing to see or the look before has not returned. */
    synchronized boolean beginLook(Watch watch) {
        boolean begins = watch.state.supervises() && !suspended && !watch.looking;
        watch.looking |= begins;
        return begins;
    }

    /** Keeps the task of a look; false where the watch was ended meanwhile. */
    synchronized boolean keep(Watch watch, Task<?> look) {
        boolean lives = watch.state.phase() != Phase.ENDED;
        if (lives) {
            watch.look = look;
        }
        return lives;
    }

    /** Ends a look. */
    synchronized void endLook(Watch watch) {
        watch.looking = false;
    }

    /** Decides on what was seen; a restart is under way from here on. */
    synchronized WatchDecision observed(Watch watch, ServiceStatus seen, long nowNanos) {
        if (suspended) { // since the look began
            return new WatchDecision(WatchDecision.Action.NOTHING, watch.state);
        }
        WatchDecision decision = WatchDecision.after(watch.state, watch.policy, seen, nowNanos);
        if (decision.action() == WatchDecision.Action.RESTART) {
            if (restarts.containsKey(Names.fold(watch.service))) {
                return new WatchDecision(WatchDecision.Action.NOTHING, watch.state);
            }
            restarts.put(Names.fold(watch.service), new Restart(watch));
        }
        watch.state = decision.next();
        return decision;
    }

    /**
     * Suspends supervision, or ends the suspension: while it lasts no look begins, none that began decides, and a restart under way
     * starts nothing.
     *
     * @return the watches whose services are to be looked at: none where nothing changed
     */
    synchronized List<Watch> suspend(boolean value) {
        boolean over = suspended && !value;
        suspended = value;
        return over ? List.copyOf(watches.values()) : List.of();
    }

    /** Returns whether a restart may start its service. */
    synchronized boolean mayStart(Restart restart) {
        restart.refused = suspended;
        return restart.watch.state.supervises() && !suspended;
    }

    /** Returns whether a watch still supervises. */
    synchronized boolean supervises(Watch watch) {
        return watch.state.supervises();
    }

    /** Returns the restart of a service that is under way. */
    synchronized @Nullable Restart restartOf(String service) {
        return restarts.get(Names.fold(service));
    }

    /** Returns whether a restart belongs to a watch that was ended. */
    synchronized boolean belongsToNobody(Restart restart) {
        return restart.watch.state.phase() == Phase.ENDED;
    }

    /** Notes how a restart went; true where it must stop what it started before it is over. */
    synchronized boolean attempted(Restart restart, boolean reached) {
        WatchState state = restart.watch.state.attempted(reached);
        restart.watch.state = restart.refused && !reached ? state.uncounted() : state;
        boolean wanted = watches.values().stream().anyMatch(it -> Names.sameFolded(it.service, restart.watch.service));
        boolean undo = restart.abandoned && !wanted;
        if (!undo) {
            over(restart);
        }
        return undo;
    }

    /** Ends a restart for good. */
    synchronized void over(Restart restart) {
        restarts.remove(Names.fold(restart.watch.service), restart);
    }

    /** Leaves a restart to itself, unless it is over by now: true where it must stop what it starts. */
    synchronized boolean abandon(Restart restart) {
        boolean under = restarts.get(Names.fold(restart.watch.service)) == restart;
        restart.abandoned |= under && restart.watch.state.phase() == Phase.ENDED;
        return under;
    }

    /** Ends a watch and takes it out of the table; its timer and its look are the caller's to end. */
    synchronized Optional<Watch> end(String id) {
        Optional<Watch> watch = Optional.ofNullable(watches.remove(Names.fold(id)));
        watch.ifPresent(it -> it.state = it.state.in(Phase.ENDED));
        return watch;
    }

    /** Ends all watches for good; their timers and looks are the caller's to end. */
    synchronized List<Watch> close() {
        closed = true;
        List<Watch> all = List.copyOf(watches.values());
        all.forEach(it -> it.state = it.state.in(Phase.ENDED));
        watches.clear();
        return all;
    }

    /** Returns the watches whose service was seen running for a load, in the order of that. */
    synchronized Map<String, String> listed() {
        List<Watch> sorted = watches.values().stream()
                .filter(this::listed)
                .sorted(Comparator.comparingLong(it -> it.order))
                .toList();
        Map<String, String> all = new LinkedHashMap<>();
        sorted.forEach(it -> all.put(it.id, it.service));
        return all;
    }
}
