package io.clp.internal.monitor;

import io.clp.internal.monitor.Track.Phase;
import io.clp.monitor.Monitor;
import io.clp.resource.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the monitors of one group on one node do next: {@code (state, input, time) -> (next state, actions)}, without side effects.
 *
 * <p>While all is well the probes follow the beat of their interval, one beat for all monitors that have it. From the first bad finding
 * until the verdict, or the next good one, a monitor asks for the moments of its probes itself: that is work which somebody waits for.
 */
public final class MonitorCore {
    /** What a resource's own probe may take beside deadline and grace, which the engine keeps. */
    private static final long MARGIN = Duration.ofSeconds(1).toNanos();

    private final List<Monitor> monitors;
    private final MonitorState state;
    private final long now;
    private final List<MonitorAction> actions = new ArrayList<>();

    private MonitorCore(List<Monitor> monitors, MonitorState before, long now) {
        this.monitors = monitors;
        this.state = before.copy();
        this.now = now;
    }

    /**
     * Takes one input.
     *
     * @param monitors the group's monitors, always the same
     * @param before what is known of them
     * @param input what happened
     * @param now the monotonic time, in nanoseconds
     * @return what is known then, and what is to be done
     */
    public static MonitorDecision decide(List<Monitor> monitors, MonitorState before, MonitorInput input, long now) {
        MonitorCore turn = new MonitorCore(monitors, before, now);
        turn.take(input);
        turn.end();
        return new MonitorDecision(turn.state, turn.actions);
    }

    private void take(MonitorInput input) {
        if (input instanceof MonitorInput.Probed probed) {
            probed(probed);
        } else if (input instanceof MonitorInput.Beat beat) {
            beat(beat.intervalNanos());
        } else if (input instanceof MonitorInput.Wake) {
            state.wakeAt = Long.MAX_VALUE;
            wake();
        } else if (input instanceof MonitorInput.GroupBecame became) {
            if (state.group != became.group()) {
                state.group = became.group();
                state.since = now;
            }
        } else if (input instanceof MonitorInput.Reported reported) {
            reported(reported);
        } else if (input instanceof MonitorInput.Suspended) {
            state.suspended = true;
        } else if (input instanceof MonitorInput.Resumed) {
            state.suspended = false;
        } else if (input instanceof MonitorInput.Closed) {
            state.closed = true;
        }
    }

    /** Begins and ends the looking of those whose time it is, and asks for the moments that are needed. */
    private void end() {
        SortedSet<Long> beats = new TreeSet<>();
        long wakeAt = Long.MAX_VALUE;
        for (int i = 0; i < state.tracks.length; i++) {
            Track track = state.tracks[i];
            boolean looks = mayLook(monitors.get(i));
            if (looks != track.looks) {
                track.looks = looks;
                track.forget();
                track.begunAt = now - interval(i);
                if (!looks && track.phase == Phase.RUNNING) {
                    abandon(i);
                }
            }
            if (looks) {
                beats.add(interval(i));
                wakeAt = Math.min(wakeAt, nextAt(i));
            }
        }
        for (long interval : state.beats) {
            if (!beats.contains(interval)) {
                actions.add(new MonitorAction.BeatEvery(interval, false));
            }
        }
        for (long interval : beats) {
            if (!state.beats.contains(interval)) {
                actions.add(new MonitorAction.BeatEvery(interval, true));
            }
        }
        state.beats = beats;
        if (wakeAt != state.wakeAt) {
            state.wakeAt = wakeAt;
            actions.add(new MonitorAction.WakeAt(wakeAt));
        }
    }

    private boolean mayLook(Monitor monitor) {
        return !state.closed
                && !state.suspended
                && (state.group == Availability.ONLINE
                        || (state.group == Availability.OFFLINE && monitor.timing() == Monitor.Timing.ALWAYS));
    }

    private long nextAt(int index) {
        Track track = state.tracks[index];
        if (track.phase == Phase.RUNNING) {
            return track.until;
        }
        return track.suspicious() ? track.begunAt + interval(index) : Long.MAX_VALUE;
    }

    private void beat(long intervalNanos) {
        for (int i = 0; i < state.tracks.length; i++) {
            Track track = state.tracks[i];
            boolean mine = track.looks && interval(i) == intervalNanos && !track.suspicious();
            boolean late = now - track.begunAt >= intervalNanos / 2; // it may have probed between two beats
            boolean delayed = now - state.since < monitors.get(i).startDelay().toNanos();
            if (mine && late && !delayed) {
                look(i);
            }
        }
    }

    private void wake() {
        for (int i = 0; i < state.tracks.length; i++) {
            Track track = state.tracks[i];
            if (!track.looks) {
                continue;
            }
            if (track.phase == Phase.RUNNING && track.until <= now) {
                abandon(i);
                count(i, Probe.unknown("the probe did not return within " + limit(i)));
            } else if (track.suspicious() && nextAt(i) <= now) {
                look(i);
            }
        }
    }

    private void look(int index) {
        Track track = state.tracks[index];
        if (track.phase == Phase.RUNNING) {
            return;
        }
        track.begunAt = now;
        if (track.phase == Phase.ABANDONED) {
            count(index, Probe.unknown("the probe that was given up has still not come back"));
            return;
        }
        track.phase = Phase.RUNNING;
        track.token = state.nextToken++;
        track.until = now + limit(index).toNanos();
        track.doubted = false;
        actions.add(new MonitorAction.Run(index, track.token));
    }

    private void abandon(int index) {
        Track track = state.tracks[index];
        track.phase = Phase.ABANDONED;
        actions.add(new MonitorAction.Interrupt(index, track.token));
    }

    private void probed(MonitorInput.Probed input) {
        Track track = state.tracks[input.monitor()];
        if (track.token != input.token() || track.phase == Phase.IDLE) {
            return;
        }
        boolean inTime = track.phase == Phase.RUNNING;
        track.phase = Phase.IDLE;
        if (!inTime || !track.looks) {
            return; // what comes late says nothing
        }
        Probe probe = input.probe();
        boolean doubted = track.doubted;
        track.doubted = false;
        boolean stale = doubted && probe.state() == Probe.State.ONLINE;
        boolean skipped = !probe.made() && monitors.get(input.monitor()).probe().isEmpty();
        if (!stale && !skipped) {
            count(input.monitor(), probe);
        }
        if (doubted && track.suspicious()) {
            look(input.monitor());
        }
    }

    private void reported(MonitorInput.Reported input) {
        for (int i = 0; i < state.tracks.length; i++) {
            Monitor monitor = monitors.get(i);
            Track track = state.tracks[i];
            if (!track.looks
                    || monitor.probe().isPresent()
                    || !monitor.watches().equals(input.resource())) {
                continue;
            }
            track.doubted = track.phase == Phase.RUNNING;
            count(i, Probe.failed("reported as failed"));
            if (track.phase == Phase.IDLE && track.suspicious()) {
                look(i);
            }
        }
    }

    private void count(int index, Probe probe) {
        Track track = state.tracks[index];
        switch (probe.state()) {
            case ONLINE -> track.forget();
            case UNKNOWN -> track.unknowns++;
            case OFFLINE, FAILED -> track.failures++;
        }
        Monitor monitor = monitors.get(index);
        boolean failed = track.failures >= monitor.failures();
        if (!track.told && (failed || track.unknowns >= monitor.unknowns())) {
            track.told = true;
            String last = probe.state() + (probe.detail().isEmpty() ? "" : ": " + probe.detail());
            actions.add(new MonitorAction.Tell(
                    index,
                    (failed ? times(track.failures) + " failed" : "nothing was found out " + times(track.unknowns))
                            + ", the last time " + last));
        }
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private Duration limit(int index) {
        Monitor monitor = monitors.get(index);
        return monitor.probe().isPresent()
                ? monitor.timeout()
                : monitor.timeout().multipliedBy(2).plusNanos(MARGIN);
    }

    private long interval(int index) {
        return monitors.get(index).interval().toNanos();
    }
}
