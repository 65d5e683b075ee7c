package io.clp.internal.definition;

import static io.clp.internal.definition.GroupDefinitionTest.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.DefinitionException.Problem;
import io.clp.failover.FailoverPolicy;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The builders of resources and policies: ranges, and all problems at once. */
class BuildersTest {
    @Test
    void refusesEveryBadNameOfAPartition() {
        assertThat(problems(() -> SwitchablePartition.builder("")
                        .volume("E:")
                        .volumeOn("a b", "D:")
                        .mountAt("C:\\")
                        .build()))
                .extracting(Problem::field)
                .containsExactly("id", "volume", "mountAt", "volumeOn", "volumeOn a b");
        assertThat(problems(() -> SwitchablePartition.builder("disk").build()))
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly("volume=null", "mountAt=null");
    }

    @Test
    void refusesEveryBadPartOfAnAddress() {
        assertThat(problems(() -> VirtualIp.builder("?")
                        .address("10.0.0.300/24")
                        .onInterface("", " ")
                        .build()))
                .extracting(Problem::field)
                .containsExactly("id", "address", "onInterface", "onInterface ");
        assertThat(problems(() -> FloatingIp.builder("ip").build()))
                .extracting(Problem::field)
                .containsExactly("address");
        assertThat(FloatingIp.builder("ip").address("10.0.0.1/24").build().cidr())
                .isEqualTo("10.0.0.1/24");
    }

    @Test
    void refusesAServiceWithoutAName() {
        assertThat(problems(() -> ServiceResource.builder("/").build()))
                .extracting(Problem::field)
                .containsExactly("id", "service");
    }

    @Test
    void refusesDeadlinesAndRetriesOutOfTheirRanges() {
        assertThat(problems(() -> ResourcePolicy.builder()
                        .online(Duration.ZERO, -1)
                        .offline(Duration.ofSeconds(-1), 100)
                        .probe(Duration.ofDays(1).plusNanos(1))
                        .monitor(Duration.ZERO, 0)
                        .build()))
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly(
                        "online deadline=PT0S",
                        "online retries=-1",
                        "offline deadline=PT-1S",
                        "offline retries=100",
                        "probe deadline=PT24H0.000000001S",
                        "monitor interval=PT0S",
                        "monitor failures=0");
    }

    @Test
    void takesTheEndsOfTheRangesOfAPolicy() {
        Duration least = Duration.ofNanos(1);
        Duration most = Duration.ofDays(1);
        ResourcePolicy policy = new ResourcePolicy(least, 0, most, 99, least, most, 1);
        assertThat(policy.offlineRetries()).isEqualTo(99);
        assertThat(policy.offlineDeadline()).isEqualTo(most);
    }

    @Test
    void keepsAWatchPolicyWithinWhatArmloadTakes() {
        assertThat(problems(() -> WatchPolicy.builder()
                        .restarts(10)
                        .resetAfter(Duration.ofMinutes(59))
                        .build()))
                .extracting(Problem::field)
                .containsExactly("restarts", "resetAfter");
        assertThat(problems(() -> WatchPolicy.builder().restarts(-1).build())).hasSize(1);
        assertThat(problems(() ->
                        WatchPolicy.builder().resetAfter(Duration.ofHours(25)).build()))
                .hasSize(1);
        WatchPolicy most = WatchPolicy.builder()
                .restarts(9)
                .resetAfter(Duration.ofHours(24))
                .build();
        assertThat(most.resetAfter()).contains(Duration.ofHours(24));
        assertThat(WatchPolicy.defaults().restarts()).isEqualTo(3);
    }

    @Test
    void keepsAFailoverPolicyWithinItsRanges() {
        assertThat(problems(() -> FailoverPolicy.builder()
                        .restarts(100)
                        .failovers(-1)
                        .within(Duration.ZERO)
                        .build()))
                .extracting(Problem::field)
                .containsExactly("restarts", "failovers", "within");
        assertThat(FailoverPolicy.builder().failovers(99).build().failovers()).hasValue(99);
    }
}
