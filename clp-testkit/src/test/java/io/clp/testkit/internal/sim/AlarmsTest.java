package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    @Test
    void keepsTheOrderOfASortedListWhateverIsSetAndRemoved() {
        Scheduler scheduler = new Scheduler(1, 10_000);
        for (long seed = 0; seed < 200; seed++) {
            SplitMix64 random = new SplitMix64(seed);
            Alarms alarms = new Alarms();
            List<Alarm> twin = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                if (twin.isEmpty() || random.nextInt(3) > 0) {
                    SimTimer timer = new SimTimer(scheduler, () -> {}, random.nextInt(2));
                    alarms.set(timer, random.nextInt(20));
                    twin.add(timer);
                } else {
                    alarms.remove(twin.remove(random.nextInt(twin.size())));
                }
                twin.sort(Comparator.<Alarm>comparingLong(a -> a.atNanos).thenComparingLong(a -> a.order));
                assertThat(alarms.first()).isSameAs(twin.isEmpty() ? null : twin.get(0));
                assertThat(alarms.once()).isEqualTo((int)
                        twin.stream().filter(a -> !a.periodic()).count());
            }
            assertThat(alarms.inOrder()).isEqualTo(twin);
        }
    }

    @Test
    void neverSetsWhatLiesPastTheClocksRange() {
        Alarms alarms = new Alarms();
        SimTimer timer = new SimTimer(new Scheduler(1, 10_000), () -> {}, SimTimer.ONCE);
        alarms.set(timer, Alarms.NEVER);
        assertThat(timer.isSet()).isFalse();
        alarms.remove(timer);
        assertThat(alarms.first()).isNull();
        assertThat(alarms.once()).isZero();
    }
}
