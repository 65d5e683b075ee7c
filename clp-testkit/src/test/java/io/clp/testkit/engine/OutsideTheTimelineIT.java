package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Needs real time: the watchdog's. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class OutsideTheTimelineIT {
    private static final String STALL = "io.clp.testkit.stall";

    @Test
    void tellsTheTestOfAResourceThatBlocksOutsideTheTimeline() {
        CountDownLatch never = new CountDownLatch(1);
        Piece app = new Piece("app").online(context -> never.await(1, TimeUnit.HOURS));
        FailoverGroup web = Lab.group("web", app);
        String before = System.setProperty(STALL, "500");
        try {
            Lab lab = Lab.of(web);
            assertThatThrownBy(() -> lab.start(web))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("blocks outside the timeline")
                    .hasMessageContaining("task 'web/app ONLINE'")
                    .hasMessageContaining("OutsideTheTimelineIT");
            never.countDown();
            lab.close();
        } finally {
            if (before == null) {
                System.clearProperty(STALL);
            } else {
                System.setProperty(STALL, before);
            }
        }
    }
}
