package io.clp.testkit.member;

import static io.clp.testkit.member.Bed.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.failover.ClusterMember;
import io.clp.failover.Fencer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told, and how often. */
class AlarmRulesTest {
    private static final Logger LOG = Logger.getLogger(ClusterMember.class.getName());

    private final FailoverGroup web = group("web", 1, "SV1", "SV2", "SV3");
    private final Bed bed = new Bed(web);
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private @Nullable Level before;
    private final Handler hears = new Handler() {
        @Override
        public void publish(LogRecord said) {
            if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
                alarms.add(said.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(hears);
        before = LOG.getLevel();
        LOG.setLevel(Level.WARNING);
    }

    @AfterEach
    void close() {
        LOG.removeHandler(hears);
        LOG.setLevel(before);
        bed.close();
    }

    @Test
    void aNodeThatCannotBeFencedIsToldOfOnceForEachLoss() {
        bed.fencerSays = Fencer.Result.UNKNOWN;
        bed.joinAll("SV1", "SV2");

        bed.powerOff("SV1");
        bed.advance(Duration.ofMinutes(10));
        assertThat(bed.fenced).hasSizeGreaterThan(5);
        assertThat(alarms).singleElement().asString().contains("SV1 could not be fenced");

        bed.machine("SV1").boot();
        bed.join("SV1");
        bed.settle();
        bed.powerOff("SV1");
        bed.advance(Duration.ofMinutes(10));
        assertThat(alarms).hasSize(2);
    }

    @Test
    void aNodeThatCameAndFailedIsNotSaidNotToHaveCome() {
        bed.joinAll("SV1", "SV2");
        for (String node : List.of("SV1", "SV2")) {
            bed.machine(node).service("App1").failStart(1053);
        }
        bed.machine("SV1").service("App1").crash();
        bed.settle();
        bed.advance(Duration.ofHours(2));

        assertThat(alarms).noneMatch(it -> it.contains("did not come"));
    }

    @Test
    void aNodeThatDoesNotComeIsToldOf() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.killProcess("SV2");

        assertThatThrownBy(() -> bed.member("SV1").move(web, NodeId.of("SV2")))
                .hasMessageContaining("did not bring it online");
        bed.settle();

        assertThat(alarms).anyMatch(it -> it.contains("SV2 did not come for group web"));
    }
}
