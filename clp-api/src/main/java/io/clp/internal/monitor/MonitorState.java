package io.clp.internal.monitor;

import java.util.SortedSet;
import java.util.TreeSet;

/** What is known of the monitors of a group on one node. A turn works on a copy of its own; once it is out of the turn it never changes. */
public final class MonitorState {
    final Track[] tracks;
    Availability group = Availability.BUSY;
    /** When the group came to be what it is. */
    long since;

    boolean suspended;
    boolean closed;
    int nextToken = 1;
    long wakeAt = Long.MAX_VALUE;
    SortedSet<Long> beats = new TreeSet<>();

    private MonitorState(Track[] tracks) {
        this.tracks = tracks;
    }

    /** Returns the state of monitors of which none looks yet. */
    public static MonitorState initial(int monitors) {
        Track[] tracks = new Track[monitors];
        for (int i = 0; i < monitors; i++) {
            tracks[i] = new Track();
        }
        return new MonitorState(tracks);
    }

    MonitorState copy() {
        Track[] copied = new Track[tracks.length];
        for (int i = 0; i < copied.length; i++) {
            copied[i] = new Track(tracks[i]);
        }
        MonitorState copy = new MonitorState(copied);
        copy.group = group;
        copy.since = since;
        copy.suspended = suspended;
        copy.closed = closed;
        copy.nextToken = nextToken;
        copy.wakeAt = wakeAt;
        copy.beats = beats;
        return copy;
    }

    /** Returns how many probes have not come back. */
    public int open() {
        int open = 0;
        for (Track track : tracks) {
            open += track.phase == Track.Phase.IDLE ? 0 : 1;
        }
        return open;
    }

    /** Returns whether something is wrong on which there is no verdict yet. */
    public boolean suspicious() {
        for (Track track : tracks) {
            if (track.suspicious()) {
                return true;
            }
        }
        return false;
    }
}
