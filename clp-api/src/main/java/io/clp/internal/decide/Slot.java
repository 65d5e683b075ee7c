package io.clp.internal.decide;

import io.clp.Operation.Kind;
import io.clp.resource.ResourceState;

/** What is known of one resource. Written only within the turn that copied it. */
final class Slot {
    /** Where an attempt stands. */
    enum Phase {
        /** There is none. */
        NONE,
        /** It runs within its deadline. */
        RUNNING,
        /** Its deadline passed; it was interrupted and may still come back. */
        INTERRUPTED,
        /** It did not come back in time. Nothing else starts on the resource until it does. */
        HUNG
    }

    private static final Action.Run NEVER = new Action.Run(-1, Kind.PROBE, 0, 0, 0, -1);

    final int turn;
    ResourceState state;
    Phase phase = Phase.NONE;
    /** The attempt, or the last one where there is none now. */
    Action.Run run = NEVER;

    long until;
    /** Whether the stage has nothing more to do here. */
    boolean settled;
    /** Whether this call tried to take it offline. */
    boolean fell;
    /** Whether the probe under way follows an attempt to go offline, or one to go online that was interrupted. */
    boolean verifying;
    /** Whether going offline is to be tried anew because a call that hung came back. */
    boolean redo;
    /** Whether {@link Kind#RELEASED} is owed. */
    boolean releaseOwed;
    /** Whether the call is meant for it: false for what a restart leaves alone. */
    boolean included = true;
    /** What it holds for itself. */
    boolean locked;
    /** Whether this call tried to bring it online. */
    boolean tried;

    /** Whether it was reported failed since the probe under way began. */
    boolean doubted;

    boolean errorPermanent;
    boolean errorIndeterminate;

    Slot(int turn, ResourceState state) {
        this.turn = turn;
        this.state = state;
    }

    Slot copy(int newTurn) {
        Slot copy = new Slot(newTurn, state);
        copy.phase = phase;
        copy.run = run;
        copy.until = until;
        copy.settled = settled;
        copy.fell = fell;
        copy.verifying = verifying;
        copy.redo = redo;
        copy.releaseOwed = releaseOwed;
        copy.included = included;
        copy.locked = locked;
        copy.tried = tried;
        copy.doubted = doubted;
        copy.errorPermanent = errorPermanent;
        copy.errorIndeterminate = errorIndeterminate;
        return copy;
    }

    Kind kind() {
        return run.kind();
    }

    int attempt() {
        return run.attempt();
    }

    boolean busy() {
        return phase == Phase.RUNNING || phase == Phase.INTERRUPTED;
    }
}
