package io.clp.testkit.internal.cluster;

import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.failover.Connection;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one process of a node knows of its contact with the quorum, by its own clock. No beat is ever sent: the contact is there as long
 * as nothing keeps it from being there, and timers run only while it is not. Under the world's lock, the callbacks excepted.
 */
final class Contact {
    private static final int SUSPENDED_AFTER_THIRDS = 1;
    private static final int LEASE_THIRDS = 2;
    private static final int ALL_THIRDS = 3;

    private final Quorum quorum;
    private final Station station;
    private final Timeline process;
    private final List<Runnable> watchers = new ArrayList<>();
    private final List<Timer> timers = new ArrayList<>();
    private boolean held;
    private boolean hadSession;
    private boolean ended;
    private boolean telling;
    private @Nullable Connection told;
    private long lastNanos;
    private long returns;
    private Set<NodeId> lastAlive;
    private Set<NodeId> lastOffering;
    private Map<GroupId, Long> lastOwned = new LinkedHashMap<>();

    Contact(Quorum quorum, Station station) {
        this.quorum = quorum;
        this.station = station;
        process = station.timeline();
        lastAlive = quorum.alive();
        lastOffering = quorum.offering();
    }

    Station station() {
        return station;
    }

    Timeline process() {
        return process;
    }

    /** Whether the node is in contact now, as far as it knows. */
    boolean held() {
        return held;
    }

    /** Whether the quorum has ever known this process. */
    boolean hadSession() {
        return hadSession;
    }

    boolean ended() {
        if (!ended && station.timeline() != process) {
            ended = true;
            cancelTimers();
        }
        return ended;
    }

    /** Whether the quorum would answer a question of this session. */
    boolean hasSession() {
        return hadSession && !ended() && (held || away().compareTo(quorum.session()) < 0) && quorum.knows(station.id());
    }

    Connection connection() {
        if (ended() || !hadSession) {
            return Connection.LOST;
        }
        if (held) {
            return Connection.CONNECTED;
        }
        Duration away = away();
        if (away.compareTo(thirds(SUSPENDED_AFTER_THIRDS)) < 0) {
            return Connection.CONNECTED;
        }
        return away.compareTo(quorum.session()) < 0 ? Connection.SUSPENDED : Connection.LOST;
    }

    Set<NodeId> alive() {
        return held && !ended() ? quorum.alive() : lastAlive;
    }

    Set<NodeId> offering() {
        return held && !ended() ? quorum.offering() : lastOffering;
    }

    /** Whether an ownership is certainly still this node's: known by the quorum now, or not long ago by the node's own clock. */
    boolean stillOurs(GroupId group, long epoch) {
        if (ended() || !hadSession) {
            return false;
        }
        if (held) {
            return quorum.register().owns(group, station.id(), epoch);
        }
        Long last = lastOwned.get(group);
        return last != null && last == epoch && away().compareTo(thirds(LEASE_THIRDS)) < 0;
    }

    /** Notes that what the node knows of a group is uncertain: it asked for a change, and was not answered. */
    void doubt(GroupId group) {
        lastOwned.remove(group);
    }

    /** Looks whether the contact is there; {@code sinceLastBeat} is how long ago the node was heard last, where it has just ended. */
    void refresh(boolean answers, Duration sinceLastBeat) {
        if (ended()) {
            return;
        }
        if (held && !answers) {
            lose(sinceLastBeat);
        } else if (!held && answers) {
            long mine = ++returns;
            quorum.later(quorum.someBeat(), () -> {
                if (returns == mine && !held && !ended() && quorum.answers(station)) {
                    establish();
                }
            });
        } else if (!answers) {
            returns++;
        }
    }

    private void lose(Duration sinceLastBeat) {
        held = false;
        lastNanos = process.nanos() - sinceLastBeat.toNanos();
        lastAlive = quorum.alive();
        lastOffering = quorum.offering();
        lastOwned = quorum.register().ownedBy(station.id());
        timers.add(process.after(thirds(SUSPENDED_AFTER_THIRDS).minus(sinceLastBeat), this::tellNow));
        timers.add(process.after(quorum.session().minus(sinceLastBeat), this::tellNow));
    }

    /** The session has ended without the node having been out of contact: it hears so at once. */
    void expire() {
        if (held) {
            held = false;
            lastNanos = process.nanos() - quorum.session().toNanos();
            lastAlive = quorum.alive();
            lastOffering = quorum.offering();
            lastOwned.clear();
            tell();
        }
        refresh(quorum.answers(station), Duration.ZERO);
    }

    /** The node is in contact: under its session, or a new one where that has ended on either side. */
    void establish() {
        quorum.seat(station);
        held = true;
        hadSession = true;
        cancelTimers();
        tell();
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.removeIf(it -> it == watcher);
    }

    /** Tells of a change, with those that come until it is told. */
    void tell() {
        if (watchers.isEmpty() || telling || ended()) {
            return;
        }
        telling = true;
        process.after(quorum.linkOf(station.id()).oneWay(), this::tellNow);
    }

    /** On the process's own time, outside the lock. */
    private void tellNow() {
        quorum.outside(() -> {
            telling = false;
            heard();
            return List.copyOf(watchers);
        });
    }

    /** The process asks, or is told: from now on it knows. */
    Connection heard() {
        Connection now = connection();
        if (now != told && !ended()) {
            told = now;
            quorum.world().happened(station.id(), "member", "hears of its contact: " + now);
        }
        return now;
    }

    private void cancelTimers() {
        timers.forEach(Timer::cancel);
        timers.clear();
    }

    private Duration away() {
        return Duration.ofNanos(process.nanos() - lastNanos);
    }

    private Duration thirds(int count) {
        return Duration.ofNanos(quorum.session().toNanos() * count / ALL_THIRDS);
    }
}
