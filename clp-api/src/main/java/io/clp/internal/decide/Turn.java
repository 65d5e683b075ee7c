package io.clp.internal.decide;

import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.internal.decide.Slot.Phase;
import io.clp.resource.ResourceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One turn's copy of the view, and what it comes to. Confined to the turn. */
final class Turn {
    final Shape shape;
    final View view;
    final long now;
    private long wakeAtBefore;
    private final List<Action> actions;
    private boolean chunksCopied;
    /** The slot that was written to last: mostly the one that is looked at next. */
    private int editedIndex = -1;

    private @Nullable Slot edited;
    /** What {@link Falling} has to look at because something it waited for settled. */
    final Deque<Integer> toConsider = new ArrayDeque<>(0);

    boolean considering;

    /** Begins a turn that may come to some number of actions, or more. */
    Turn(Shape shape, View before, long now, int expected) {
        this.actions = new ArrayList<>(expected);
        this.shape = shape;
        this.view = before.copy();
        this.now = now;
        this.wakeAtBefore = before.wakeAt;
    }

    Decision end() {
        if (view.running == 0) {
            view.wakeAt = Long.MAX_VALUE;
        }
        if (view.wakeAt != wakeAtBefore) {
            emit(new Action.WakeAt(view.wakeAt));
        }
        return new Decision(view, actions);
    }

    /** The tick that was asked for is spent, even one that came early: whatever is due is asked for anew. */
    void tickSpent() {
        view.wakeAt = Long.MAX_VALUE;
        wakeAtBefore = Long.MAX_VALUE;
    }

    void emit(Action action) {
        actions.add(action);
    }

    Slot slot(int index) {
        Slot last = edited;
        return last != null && index == editedIndex ? last : view.slot(index);
    }

    /** Returns a slot that this turn may write to. */
    Slot edit(int index) {
        Slot last = edited;
        if (last != null && index == editedIndex) {
            return last;
        }
        Slot slot = copied(index);
        edited = slot;
        editedIndex = index;
        return slot;
    }

    private Slot copied(int index) {
        int c = index >> View.CHUNK_BITS;
        if (!chunksCopied) {
            view.chunks = view.chunks.clone();
            chunksCopied = true;
        }
        View.Chunk chunk = view.chunks[c];
        if (chunk.turn != view.turn) {
            chunk = new View.Chunk(view.turn, chunk.slots.clone());
            view.chunks[c] = chunk;
        }
        int at = index & (View.CHUNK - 1);
        Slot slot = chunk.slots[at];
        if (slot.turn != view.turn) {
            slot = slot.copy(view.turn);
            chunk.slots[at] = slot;
        }
        return slot;
    }

    void become(int index, ResourceState to) {
        ResourceState from = slot(index).state;
        if (from != to) {
            edit(index).state = to;
            emit(new Action.ResourceBecame(index, from, to));
        }
    }

    void become(GroupState to, String cause) {
        if (view.state != to) {
            GroupState from = view.state;
            view.state = to;
            emit(new Action.GroupBecame(from, to, cause, view.epoch));
        }
    }

    void run(int index, Kind kind, int attempt) {
        run(index, kind, attempt, -1);
    }

    void run(int index, Kind kind, int attempt, int failedDependency) {
        int token = view.nextToken++;
        Action.Run run = begin(index, kind, attempt, token, failedDependency);
        if (run.probed()) {
            view.nextToken = run.probeToken() + 1;
        }
    }

    /** Runs the probe that was promised with the attempt before. */
    void verify(int index) {
        Slot slot = edit(index);
        slot.verifying = true;
        begin(index, Kind.PROBE, slot.run.attempt(), slot.run.probeToken(), -1);
    }

    private Action.Run begin(int index, Kind kind, int attempt, int token, int failedDependency) {
        Slot slot = edit(index);
        slot.phase = Phase.RUNNING;
        slot.until = now + shape.deadlineNanos(index, kind);
        slot.run = new Action.Run(index, kind, attempt, token, slot.until, failedDependency);
        if (kind == Kind.ONLINE || kind == Kind.OFFLINE || kind == Kind.RELEASED) {
            view.acted = true;
            slot.locked = shape.usesThings(index);
        }
        view.running++;
        view.wakeAt = Math.min(view.wakeAt, slot.until);
        emit(slot.run);
        return slot.run;
    }

    void unlock(int index) {
        if (slot(index).locked) {
            edit(index).locked = false;
            emit(new Action.Unlock(index));
        }
    }

    void failed(int index, Outcome outcome) {
        emit(new Action.Failed(index, outcome, null));
    }

    boolean settled(int index) {
        return slot(index).settled;
    }

    /** Marks that the stage has nothing more to do for a resource. */
    void settle(int index) {
        if (!slot(index).settled) {
            edit(index).settled = true;
            view.open--;
        }
    }
}
