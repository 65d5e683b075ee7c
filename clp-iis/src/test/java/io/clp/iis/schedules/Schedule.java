package io.clp.iis.schedules;

import io.clp.testkit.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What happens in one run, beside what the seed draws of machines and groups.
 *
 * @param seed of the run
 * @param steps what happens, in order
 * @param perThousand how many of a thousand calls of the platform meet a fault by chance
 * @param kinds which faults
 * @param faultsMax how many faults by chance there are at most
 */
record Schedule(long seed, List<Step> steps, int perThousand, List<FaultKind> kinds, int faultsMax) {
    static Schedule drawn(long seed) {
        Draw draw = new Draw(seed ^ 0x5EEDL << 40);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Step.Kind.START, draw.below(4), 0, draw.below(1_000), draw.seconds(0, 10)));
        int count = draw.between(6, 16);
        for (int i = 0; i < count; i++) {
            steps.add(Step.drawn(draw));
        }
        List<FaultKind> kinds = new ArrayList<>(List.of(FaultKind.values()));
        if (!draw.percent(30)) {
            kinds.remove(FaultKind.WRONG);
        }
        if (draw.percent(40)) {
            kinds.remove(FaultKind.HUNG);
        }
        int perThousand = draw.one(List.of(0, 5, 10, 20, 50));
        return new Schedule(seed, List.copyOf(steps), perThousand, List.copyOf(kinds), Integer.MAX_VALUE);
    }

    boolean lies() {
        return kinds.contains(FaultKind.WRONG);
    }

    Set<FaultKind> kindSet() {
        return Set.copyOf(kinds);
    }

    Schedule without(int step) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new Schedule(seed, List.copyOf(fewer), perThousand, kinds, faultsMax);
    }

    Schedule withFaults(int most) {
        return new Schedule(seed, steps, most == 0 ? 0 : perThousand, kinds, most);
    }

    Schedule withoutPause(int step) {
        List<Step> shorter = new ArrayList<>(steps);
        Step old = shorter.get(step);
        shorter.set(step, new Step(old.kind(), old.node(), old.group(), old.choice(), Duration.ZERO));
        return new Schedule(seed, List.copyOf(shorter), perThousand, kinds, faultsMax);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + ", " + perThousand + " of 1000 calls meet one of "
                + kinds + (faultsMax == Integer.MAX_VALUE ? "" : ", at most " + faultsMax) + "; steps:");
        steps.forEach(it -> text.append("\n  ").append(it));
        return text.toString();
    }
}
