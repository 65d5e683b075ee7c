package io.clp.testkit.internal.schedule;

import io.clp.FailoverGroup;
import io.clp.testkit.ClusterFaults;
import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultSchedule.Kind;
import io.clp.testkit.FaultSchedule.Step;
import io.clp.testkit.internal.fake.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws schedules. */
public final class Drawing {
    private static final int CHOICES = 1_000;

    private final Dice dice;

    private Drawing(long seed) {
        dice = new Dice(seed * 0x2545F4914F6CDD1DL + 0x632BE59BD9B4E019L);
    }

    /** Returns the schedule of a seed. */
    public static FaultSchedule of(long seed, ClusterFaults faults, List<String> nodes, List<FailoverGroup> groups) {
        Drawing drawing = new Drawing(seed);
        int all = 0;
        for (Kind kind : Kind.values()) {
            all += faults.weightOf(kind);
        }
        List<Step> steps = new ArrayList<>();
        int count = all == 0 ? 0 : drawing.between(faults.stepsLeast(), faults.stepsMost());
        for (int i = 0; i < count; i++) {
            steps.add(new Step(
                    drawing.kind(faults, all),
                    nodes.get(drawing.dice.below(nodes.size())),
                    groups.get(drawing.dice.below(groups.size())).id().value(),
                    drawing.dice.below(CHOICES),
                    drawing.pause()));
        }
        return new FaultSchedule(seed, steps);
    }

    private Kind kind(ClusterFaults faults, int all) {
        int at = dice.below(all);
        for (Kind kind : Kind.values()) {
            at -= faults.weightOf(kind);
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights");
    }

    private int between(int least, int most) {
        return least + dice.below(most - least + 1);
    }

    /** Mostly so short that the next thing happens while the last one is still being dealt with. */
    private Duration pause() {
        return switch (dice.below(10)) {
            case 0, 1 -> Duration.ZERO;
            case 2, 3, 4 -> Duration.ofMillis(dice.below(1_000));
            case 5, 6, 7 -> Duration.ofMillis(between(1_000, 8_000));
            case 8 -> Duration.ofMillis(between(5_000, 60_000));
            default -> Duration.ofMillis(between(60_000, 600_000));
        };
    }
}
