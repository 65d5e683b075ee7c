package io.clp.testkit.internal.fault;

import io.clp.testkit.Fault;
import io.clp.testkit.FaultKind;
import io.clp.testkit.FaultPlan;
import io.clp.testkit.SpiMethod;
import io.clp.testkit.internal.fake.Dice;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Faults by chance, from a seed. */
public final class RandomFaults implements FaultPlan {
    private static final int THOUSAND = 1_000;
    private static final int ACCESS_DENIED = 5;
    private static final int BUSY = 170;

    private final Dice dice;
    private final int perThousand;
    private final Set<FaultKind> kinds;
    private final Duration delayMax;

    /** Makes the plan; see {@link FaultPlan#random}. */
    public RandomFaults(long seed, int perThousand, Set<FaultKind> kinds, Duration delayMax) {
        if (perThousand < 0 || perThousand > THOUSAND || delayMax.isNegative() || delayMax.isZero()) {
            throw new IllegalArgumentException(
                    "0 to 1,000 of a thousand calls, and a positive delay: " + perThousand + ", " + delayMax);
        }
        dice = new Dice(seed);
        this.perThousand = perThousand;
        this.kinds = kinds.isEmpty() ? EnumSet.noneOf(FaultKind.class) : EnumSet.copyOf(kinds);
        this.delayMax = delayMax;
    }

    @Override
    public synchronized Optional<Fault> next(SpiMethod method) {
        List<FaultKind> possible =
                method.faults().stream().filter(kinds::contains).toList();
        if (dice.below(THOUSAND) >= perThousand || possible.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (possible.get(dice.below(possible.size()))) {
                    case REFUSED -> Fault.refused(ACCESS_DENIED);
                    case BUSY -> Fault.busy(BUSY);
                    case THROWN -> Fault.thrown();
                    case ANSWER_LOST -> Fault.answerLost();
                    case DELAYED -> Fault.delayed(delayMax.dividedBy(THOUSAND).multipliedBy(1 + dice.below(THOUSAND)));
                    case HUNG -> Fault.hung();
                    case WRONG -> Fault.wrong();
                });
    }
}
