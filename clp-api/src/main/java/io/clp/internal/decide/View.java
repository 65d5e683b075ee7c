package io.clp.internal.decide;

import io.clp.GroupState;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.resource.ResourceState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a group on one node. A turn works on a copy of its own; once it is out of the turn it never changes.
 *
 * <p>The slots are kept in chunks, so that a turn copies only what it changes.
 */
public final class View {
    static final int CHUNK_BITS = 5;
    static final int CHUNK = 1 << CHUNK_BITS;

    final int turn;
    final int size;
    Chunk[] chunks;
    GroupState state = GroupState.UNKNOWN;
    Stage stage = Stage.IDLE;

    @Nullable
    Call call;

    List<Call> waiting = List.of();
    /** The probes outside calls that are not answered. */
    List<Input.ProbeAsked> looks = List.of();
    /** How many resources the stage is not done with; hooks count too. */
    int open;

    int running;
    int hung;
    int nextToken = 1;
    boolean known;
    boolean failing;
    boolean acted;
    boolean closed;
    boolean looking;
    long epoch;
    long wakeAt = Long.MAX_VALUE;

    @Nullable
    StartCause startCause;

    @Nullable
    StopCause stopCause;

    /** Some slots, and the turn that may write to them. */
    static final class Chunk {
        final int turn;
        final Slot[] slots;

        Chunk(int turn, Slot[] slots) {
            this.turn = turn;
            this.slots = slots;
        }
    }

    private View(int turn, int size, Chunk[] chunks) {
        this.turn = turn;
        this.size = size;
        this.chunks = chunks;
    }

    /** Returns what is known of a group of which nothing is known. */
    public static View initial(int size) {
        Chunk[] chunks = new Chunk[(size + CHUNK - 1) >> CHUNK_BITS];
        for (int c = 0; c < chunks.length; c++) {
            Slot[] slots = new Slot[Math.min(CHUNK, size - c * CHUNK)];
            for (int i = 0; i < slots.length; i++) {
                slots[i] = new Slot(0, ResourceState.UNKNOWN);
            }
            chunks[c] = new Chunk(0, slots);
        }
        return new View(0, size, chunks);
    }

    View copy() {
        View copy = new View(turn + 1, size, chunks);
        copy.state = state;
        copy.stage = stage;
        copy.call = call;
        copy.waiting = waiting;
        copy.looks = looks;
        copy.open = open;
        copy.running = running;
        copy.hung = hung;
        copy.nextToken = nextToken;
        copy.known = known;
        copy.failing = failing;
        copy.acted = acted;
        copy.closed = closed;
        copy.looking = looking;
        copy.epoch = epoch;
        copy.wakeAt = wakeAt;
        copy.startCause = startCause;
        copy.stopCause = stopCause;
        return copy;
    }

    Slot slot(int index) {
        return chunks[index >> CHUNK_BITS].slots[index & (CHUNK - 1)];
    }

    /** Returns the group's state. */
    public GroupState state() {
        return state;
    }

    /** Returns a resource's state. */
    public ResourceState stateOf(int index) {
        return slot(index).state;
    }

    /** Returns the highest epoch of a start. */
    public long epoch() {
        return epoch;
    }

    /** Returns why the group was started, where that is known. */
    public Optional<StartCause> startCause() {
        return Optional.ofNullable(startCause);
    }

    /** Returns why resources go offline, while they do. */
    public Optional<StopCause> stopCause() {
        return Optional.ofNullable(stopCause);
    }

    /** Returns how many calls have not come back long after their deadline. */
    public int hung() {
        return hung;
    }

    /** Returns whether a call waits for the one under way. */
    public boolean callsWait() {
        return !waiting.isEmpty();
    }

    /** Returns whether a call is under way or waits. */
    public boolean calling() {
        return call != null || !waiting.isEmpty();
    }
}
