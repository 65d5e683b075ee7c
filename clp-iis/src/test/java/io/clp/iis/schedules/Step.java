package io.clp.iis.schedules;

import io.clp.testkit.Fault;
import io.clp.testkit.FaultKind;
import io.clp.testkit.FaultPoint;
import java.time.Duration;
import java.util.List;

/**
 * One thing that happens in a schedule. What does not make sense at its time (power off a machine that is off) is left out, so that any
 * part of a schedule is a schedule.
 *
 * @param kind what
 * @param node which node, where it needs one and the kind does not find it by the group
 * @param group which group, where it needs one
 * @param choice a number from 0 to 999 that decides what else there is to decide
 * @param pause how long nothing else happens afterwards
 */
record Step(Kind kind, int node, int group, int choice, Duration pause) {
    /** What happens, and how often of all. */
    enum Kind {
        START(10),
        START_AND_WAIT(5),
        STOP(6),
        STOP_AND_WAIT(3),
        MOVE(9),
        FAIL_OVER(5),
        RESTART(4),
        RECOVER(2),
        KILL_PROCESS(4),
        CLOSE(1),
        POWER_OFF(2),
        BOOT(4),
        CRASH(5),
        HANG_ON_START(2),
        HANG_ON_STOP(4),
        RELEASE(4),
        SLOW(2),
        FAIL_START(2),
        REFUSE(2),
        DISCONNECT(2),
        RECONNECT(2),
        OPEN_FILE(2),
        CLOSE_FILE(2),
        FOREIGN_ADDRESS(2),
        DEPENDENT(2),
        FORCED_STOP(2),
        COMMAND_FAILS(2),
        FAULT(14),
        RELEASE_FAULTS(2);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        private static Kind drawn(Draw draw) {
            int all = 0;
            for (Kind kind : values()) {
                all += kind.weight;
            }
            int at = draw.below(all);
            for (Kind kind : values()) {
                at -= kind.weight;
                if (at < 0) {
                    return kind;
                }
            }
            throw new IllegalStateException("weights");
        }
    }

    static Step drawn(Draw draw) {
        Duration pause =
                switch (draw.below(10)) {
                    case 0, 1, 2 -> Duration.ZERO;
                    case 3, 4, 5 -> draw.seconds(0, 2);
                    case 6, 7, 8 -> draw.seconds(1, 15);
                    default -> draw.seconds(10, 120);
                };
        return new Step(Kind.drawn(draw), draw.below(4), draw.below(3), draw.below(1_000), pause);
    }

    /** Returns the fault of a FAULT step. */
    Fault fault() {
        return fault(point().kind());
    }

    /** Returns a fault of some kind to go with a hang of another one. */
    Fault otherFault() {
        List<FaultKind> kinds = List.of(FaultKind.values());
        return fault(kinds.get(choice / 2 % kinds.size()));
    }

    private Fault fault(FaultKind of) {
        return switch (of) {
            case REFUSED -> Fault.refused(5);
            case BUSY -> Fault.busy(170);
            case THROWN -> Fault.thrown();
            case ANSWER_LOST -> Fault.answerLost();
            case DELAYED -> Fault.delayed(Duration.ofMillis(100L * (1 + choice)));
            case HUNG -> Fault.hung();
            case WRONG -> Fault.wrong();
        };
    }

    FaultPoint point() {
        List<FaultPoint> all = FaultPoint.all();
        return all.get(choice % all.size());
    }

    @Override
    public String toString() {
        String what = kind == Kind.FAULT ? kind + " " + point() : kind.toString();
        return what + " node " + node + " group " + group + " choice " + choice + ", then " + pause;
    }
}
