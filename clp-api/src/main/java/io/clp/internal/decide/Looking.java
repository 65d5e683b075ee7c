package io.clp.internal.decide;

import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.internal.decide.Slot.Phase;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Probes that are asked for outside any call, while nothing else is under way. A call that comes meanwhile begins when they are over, and
 * that is at the latest when their deadline and the grace have passed.
 */
final class Looking {
    /** Which attempt such a probe is said to be. */
    private static final int BY_ITSELF = 0;

    private Looking() {}

    static void asked(Turn turn, Input.ProbeAsked ask) {
        Probe refusal = refusal(turn, ask.resource());
        if (refusal != null) {
            turn.emit(new Action.Found(ask.number(), refusal));
            return;
        }
        List<Input.ProbeAsked> looks = new ArrayList<>(turn.view.looks);
        looks.add(ask);
        turn.view.looks = List.copyOf(looks);
        if (!turn.slot(ask.resource()).busy()) {
            turn.edit(ask.resource()).doubted = false;
            turn.run(ask.resource(), Kind.PROBE, BY_ITSELF);
        }
    }

    private static @Nullable Probe refusal(Turn turn, int index) {
        View view = turn.view;
        if (view.closed) {
            return Probe.notMade("the controller is closed");
        }
        if (view.calling()) {
            return Probe.notMade("a call on the group is under way");
        }
        if (view.stage != Stage.IDLE) {
            return Probe.notMade("what a stop left is being taken offline");
        }
        return turn.slot(index).phase == Phase.HUNG
                ? Probe.unknown("an operation that was given up has still not come back")
                : null;
    }

    /** The probe of a resource ended, or was given up: everybody who asked is told, those too who asked after it began. */
    static void ended(Turn turn, int index, Ending ending, @Nullable Result result) {
        Probe probe = probe(turn, index, ending, result);
        if (probe.state() == Probe.State.ONLINE) {
            mend(turn, index);
        }
        List<Input.ProbeAsked> left = new ArrayList<>();
        for (Input.ProbeAsked ask : turn.view.looks) {
            if (ask.resource() == index) {
                turn.emit(new Action.Found(ask.number(), probe));
            } else {
                left.add(ask);
            }
        }
        turn.view.looks = List.copyOf(left);
    }

    private static Probe probe(Turn turn, int index, Ending ending, @Nullable Result result) {
        if (ending.probe() != null) {
            return ending.probe();
        }
        if (ending.late()) {
            Duration deadline = Duration.ofNanos(turn.shape.deadlineNanos(index, Kind.PROBE));
            return Probe.unknown("the probe did not return within " + deadline
                    + (ending.hangs() ? ", nor when it was interrupted" : ""));
        }
        return Probe.unknown(
                result instanceof Result.Threw threw
                        ? "the probe failed: " + threw.error().getMessage()
                        : result instanceof Result.NotBegun notBegun
                                ? "the probe did not begin: " + notBegun.error().getMessage()
                                : "the probe found nothing");
    }

    /** What was reported failed and is found online is online again, unless it was reported after the probe had begun. */
    private static void mend(Turn turn, int index) {
        if (turn.view.state != GroupState.ONLINE_FAILURE
                || turn.slot(index).state != ResourceState.ONLINE_FAILURE
                || turn.slot(index).doubted) {
            return;
        }
        turn.become(index, ResourceState.ONLINE);
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.slot(i).state != ResourceState.ONLINE) {
                return;
            }
        }
        turn.become(GroupState.ONLINE, "resource " + turn.shape.resource(index).id() + " was found online again");
    }
}
