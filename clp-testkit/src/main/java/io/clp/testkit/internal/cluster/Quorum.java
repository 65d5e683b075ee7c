package io.clp.testkit.internal.cluster;

import io.clp.NodeId;
import io.clp.testkit.Latency;
import io.clp.testkit.internal.fake.Dice;
import io.clp.testkit.internal.fake.World;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the nodes agree through: the register, and who is in contact with it. Guarded by the world's lock. */
final class Quorum {
    private static final Duration SESSION_MIN = Duration.ofSeconds(1);
    private static final Duration SESSION_UNTOLD = Duration.ofSeconds(5);
    private static final int BEATS = 9;
    private static final int BEAT_PARTS = 1_000;
    private static final String SUBJECT = "coordination";

    private final World world;
    private final Register register = new Register();
    private final Map<NodeId, Seat> seats = new LinkedHashMap<>();
    private final Dice dice;
    private final Duration session;
    private final Duration answerLimit;
    private Set<NodeId> alive = Set.of();
    private Set<NodeId> offering = Set.of();
    private boolean available = true;

    Quorum(World world) {
        this.world = world;
        dice = new Dice(world.seed() ^ SUBJECT.hashCode());
        Latency detection = world.latencies().failureDetection();
        Duration drawn = detection.draw(dice);
        session = drawn.isZero() ? SESSION_UNTOLD : drawn.compareTo(SESSION_MIN) < 0 ? SESSION_MIN : drawn;
        answerLimit = session.dividedBy(BEATS);
    }

    /** What the quorum has of one node. */
    private static final class Seat {
        private final Link link;
        private @Nullable Station station;
        private @Nullable Contact contact;
        private boolean heard;
        private long losses;

        Seat(Link link) {
            this.link = link;
        }
    }

    World world() {
        return world;
    }

    Register register() {
        return register;
    }

    /** Returns how long a node may be silent before the others are told that it is lost. */
    Duration session() {
        return session;
    }

    /** Returns how long a node waits for an answer. */
    Duration answerLimit() {
        return answerLimit;
    }

    /** Returns a time below that between two beats: how long ago the last one was, or how soon the next one is. */
    Duration someBeat() {
        return Duration.ofNanos(session.toNanos() * dice.below(BEAT_PARTS) / ((long) BEATS * BEAT_PARTS));
    }

    Set<NodeId> alive() {
        return alive;
    }

    /** Returns the nodes in contact that take groups. */
    Set<NodeId> offering() {
        return offering;
    }

    /** Notes whether a node takes groups. */
    boolean offer(NodeId node, boolean takesGroups) {
        if (offering.contains(node) != takesGroups) {
            offering = with(offering, node, takesGroups);
            changed();
        }
        return true;
    }

    private static Set<NodeId> with(Set<NodeId> before, NodeId node, boolean in) {
        Set<NodeId> now = new LinkedHashSet<>(before);
        boolean ignored = in ? now.add(node) : now.remove(node);
        return Collections.unmodifiableSet(now);
    }

    boolean knows(NodeId node) {
        return alive.contains(node);
    }

    Link linkOf(NodeId node) {
        return seatOf(node).link;
    }

    private Seat seatOf(NodeId node) {
        Seat seat = seats.get(node);
        return seat != null ? seat : newSeat(node);
    }

    private Seat newSeat(NodeId node) {
        Seat seat = new Seat(new Link(this, node, world.seed() * 31 + node.hashCode()));
        seats.put(node, seat);
        return seat;
    }

    /** Begins the session of a new process. Outside the lock. */
    Session open(Station station) {
        Contact contact = world.change(() -> {
            Seat seat = seatOf(station.id());
            Contact fresh = new Contact(this, station);
            offering = with(offering, station.id(), false);
            seat.station = station;
            seat.contact = fresh;
            if (answers(station)) {
                fresh.establish();
            }
            return fresh;
        });
        return new Session(this, station, contact);
    }

    /** Whether what the node sends reaches the quorum. */
    boolean hears(Station station) {
        return available && station.inOperation() && linkOf(station.id()).hears();
    }

    /** Whether the node is heard, and hears the answer. */
    boolean answers(Station station) {
        return hears(station) && linkOf(station.id()).answers();
    }

    /** Looks at a node's contact anew. Outside the lock. */
    void refresh(NodeId node) {
        world.change(() -> look(node, seatOf(node)));
    }

    private void look(NodeId node, Seat seat) {
        Station station = seat.station;
        Contact contact = seat.contact;
        if (station == null || contact == null) {
            return;
        }
        boolean hears = hears(station) && contact.hadSession() && !contact.ended();
        Duration sinceLastBeat = Duration.ZERO;
        if ((seat.heard && !hears) || (contact.held() && !answers(station))) {
            sinceLastBeat = someBeat();
        }
        if (seat.heard && !hears) {
            seat.heard = false;
            long mine = ++seat.losses;
            later(session.minus(sinceLastBeat), () -> {
                if (seat.losses == mine) {
                    left(node, "lost: not heard for " + session);
                }
            });
        } else if (!seat.heard && hears && knows(node)) {
            seat.heard = true;
            seat.losses++;
        }
        contact.refresh(answers(station), sinceLastBeat);
    }

    /** Gives a node a session, or goes on with the one it has. */
    void seat(Station station) {
        Seat seat = seatOf(station.id());
        seat.heard = true;
        seat.losses++;
        if (!knows(station.id())) {
            world.happened(station.id(), SUBJECT, "in contact");
            alive(station.id(), true);
        }
    }

    private void left(NodeId node, String why) {
        if (knows(node)) {
            world.happened(node, SUBJECT, why);
            alive(node, false);
        }
    }

    private void alive(NodeId node, boolean in) {
        alive = with(alive, node, in);
        if (!in) {
            offering = with(offering, node, false);
        }
        changed();
    }

    /** Tells every node that is in contact of a change. */
    void changed() {
        world.progress();
        for (Seat seat : seats.values()) {
            if (seat.contact != null && seat.contact.held()) {
                seat.contact.tell();
            }
        }
    }

    /** Ends a node's session although it may be in contact. Outside the lock. */
    void expire(NodeId node) {
        world.change(() -> {
            Seat seat = seatOf(node);
            seat.heard = false;
            seat.losses++;
            left(node, "its session has expired");
            if (seat.contact != null && !seat.contact.ended()) {
                seat.contact.expire();
            }
        });
    }

    /** Takes the whole register out of reach, or back. Outside the lock. */
    void available(boolean now) {
        world.change(() -> {
            if (available != now) {
                available = now;
                seats.forEach((node, seat) -> {
                    world.happened(node, SUBJECT, now ? "the quorum is back" : "the quorum is gone");
                    look(node, seat);
                });
            }
        });
    }

    /** Changes a link. Outside the lock. */
    void changeLink(NodeId node, String what, Runnable change) {
        world.checkForTest();
        world.change(() -> {
            change.run();
            world.happened(node, SUBJECT, "link: " + what);
            look(node, seatOf(node));
        });
    }

    void later(Duration delay, Runnable work) {
        world.after(delay, work);
    }

    /** Fetches callbacks under the lock and runs them outside. */
    void outside(Supplier<List<Runnable>> callbacks) {
        world.change(callbacks).forEach(Runnable::run);
    }
}
