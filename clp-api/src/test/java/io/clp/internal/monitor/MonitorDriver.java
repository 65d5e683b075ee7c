package io.clp.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.ResourceId;
import io.clp.monitor.Monitor;
import io.clp.resource.Probe;
import io.clp.resource.ResourcePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stands in for the shell around the core: keeps the state, the time, the beats and the probes, and writes down what was decided. */
final class MonitorDriver {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Monitor> monitors;
    private final Map<Integer, Integer> open = new TreeMap<>();
    private final Map<Long, Long> beats = new TreeMap<>();
    private final List<String> done = new ArrayList<>();
    private MonitorState state;
    private long now = Duration.ofHours(1).toNanos();
    private long wakeAt = Long.MAX_VALUE;

    MonitorDriver(Monitor... monitors) {
        this.monitors = List.of(monitors);
        state = MonitorState.initial(monitors.length);
    }

    /** Returns a driver of monitors whose group is online. */
    static MonitorDriver online(Monitor... monitors) {
        return new MonitorDriver(monitors).group(Availability.ONLINE);
    }

    /** Returns the monitor of a resource: every 10 seconds, 2 for a probe, 3 failures. */
    static Monitor own(String resource) {
        return own(resource, 10);
    }

    static Monitor own(String resource, long seconds) {
        return Monitor.ofResource(
                ResourceId.of(resource),
                ResourcePolicy.builder()
                        .probe(SECOND.multipliedBy(2))
                        .monitor(SECOND.multipliedBy(seconds), 3)
                        .build());
    }

    /** Returns a builder of a user's monitor of resource "app": every 10 seconds, 4 for a probe, 2 failures. */
    static Monitor.Builder users(String id) {
        return Monitor.builder(id)
                .watches("app")
                .every(SECOND.multipliedBy(10))
                .timeout(SECOND.multipliedBy(4))
                .failures(2)
                .probe(context -> Probe.online());
    }

    MonitorDriver group(Availability group) {
        return feed(new MonitorInput.GroupBecame(group));
    }

    MonitorDriver suspend() {
        return feed(new MonitorInput.Suspended());
    }

    MonitorDriver resume() {
        return feed(new MonitorInput.Resumed());
    }

    MonitorDriver report(String resource) {
        return feed(new MonitorInput.Reported(ResourceId.of(resource)));
    }

    MonitorDriver close() {
        return feed(new MonitorInput.Closed());
    }

    MonitorDriver back(String monitor, Probe probe) {
        int index = index(monitor);
        Integer token = open.remove(index);
        assertThat(token).as("a probe of " + monitor).isNotNull();
        return feed(new MonitorInput.Probed(index, token, probe));
    }

    MonitorDriver good(String monitor) {
        return back(monitor, Probe.online());
    }

    MonitorDriver bad(String monitor) {
        return back(monitor, Probe.failed("broken"));
    }

    MonitorDriver unknown(String monitor) {
        return back(monitor, Probe.unknown("hidden"));
    }

    /** Lets time pass, with its beats and wakes in their order. */
    MonitorDriver pass(long seconds) {
        long until = now + Duration.ofSeconds(seconds).toNanos();
        while (true) {
            long next = wakeAt;
            Long beat = null;
            for (Map.Entry<Long, Long> each : beats.entrySet()) {
                if (each.getValue() < next) {
                    next = each.getValue();
                    beat = each.getKey();
                }
            }
            if (next > until) {
                now = until;
                return this;
            }
            now = Math.max(now, next);
            if (beat == null) {
                feed(new MonitorInput.Wake());
            } else {
                beats.put(beat, now + beat);
                feed(new MonitorInput.Beat(beat));
            }
        }
    }

    MonitorDriver feed(MonitorInput input) {
        if (input instanceof MonitorInput.Wake) {
            wakeAt = Long.MAX_VALUE;
        }
        MonitorDecision decision = MonitorCore.decide(monitors, state, input, now);
        state = decision.state();
        decision.actions().forEach(this::note);
        assertThat(state.open()).isEqualTo(open.size());
        return this;
    }

    private void note(MonitorAction action) {
        if (action instanceof MonitorAction.Run run) {
            assertThat(open.put(run.monitor(), run.token()))
                    .as("never two of one monitor")
                    .isNull();
            done.add("probe " + name(run.monitor()));
        } else if (action instanceof MonitorAction.Interrupt interrupt) {
            assertThat(open).containsEntry(interrupt.monitor(), interrupt.token());
            done.add("interrupt " + name(interrupt.monitor()));
        } else if (action instanceof MonitorAction.Tell tell) {
            done.add("verdict of " + name(tell.monitor()) + ": " + tell.why());
        } else if (action instanceof MonitorAction.BeatEvery beat) {
            if (beat.on()) {
                assertThat(beats.put(beat.intervalNanos(), now + beat.intervalNanos()))
                        .isNull();
            } else {
                assertThat(beats.remove(beat.intervalNanos())).isNotNull();
            }
        } else if (action instanceof MonitorAction.WakeAt at) {
            wakeAt = at.at();
        }
    }

    /** Returns what was done since the last look. */
    List<String> did() {
        List<String> lines = List.copyOf(done);
        done.clear();
        return lines;
    }

    /** Returns how many timers there are. */
    int timers() {
        return beats.size() + (wakeAt == Long.MAX_VALUE ? 0 : 1);
    }

    boolean suspicious() {
        return state.suspicious();
    }

    private String name(int index) {
        return monitors.get(index).id().value();
    }

    private int index(String name) {
        for (int i = 0; i < monitors.size(); i++) {
            if (name(i).equals(name)) {
                return i;
            }
        }
        throw new AssertionError("no monitor " + name);
    }
}
