package io.clp.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.ResourceChanged;
import io.clp.StartCause;
import io.clp.platform.ServiceState;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourcePolicy;
import io.clp.testkit.FakePlatform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueManagerTest {
    private boolean licensed = true;
    private final FailoverGroup queue = FailoverGroup.builder("queue")
            .nodes("SV1", "SV2")
            .resource(FloatingIp.builder("fip").address("10.0.0.30/24").build())
            .resource(
                    new QueueManager(new Admin()),
                    it -> it.policy(ResourcePolicy.builder()
                            .online(ofMinutes(5), 2) // deadline of an attempt, retries
                            .offline(ofMinutes(2), 1)
                            .probe(ofSeconds(5))
                            .build()))
            .build();

    @Test
    void goesOnlineAfterItsAddress() {
        try (FakePlatform sv1 = FakePlatform.builder("SV1").provide(queue).build();
                GroupController node =
                        GroupController.builder(sv1).groups(queue).build()) {
            List<String> seen = new ArrayList<>();
            node.on(ResourceChanged.class, it -> seen.add(it.resource() + " " + it.to()));

            node.start(queue, StartCause.START);
            sv1.settle(); // listeners have been told

            assertThat(seen).containsSubsequence("fip ONLINE", "queue-manager ONLINE_PENDING", "queue-manager ONLINE");
            assertThat(sv1.services().state("AcmeMQ")).isEqualTo(ServiceState.RUNNING);
        }
    }

    @Test
    void withoutALicenceIsTriedOnceAndRolledBack() {
        licensed = false;
        try (FakePlatform sv1 = FakePlatform.builder("SV1").provide(queue).build();
                GroupController node =
                        GroupController.builder(sv1).groups(queue).build()) {
            GroupOperationException failed =
                    catchThrowableOfType(GroupOperationException.class, () -> node.start(queue, StartCause.START));

            assertThat(failed.report().failures())
                    .extracting(Failure::error)
                    .singleElement()
                    .satisfies(it -> assertThat(it).hasMessageContaining("no licence for node SV1"));
            assertThat(failed.report().operations()).noneMatch(it -> it.attempt() > 1);
            assertThat(node.view(queue).state()).isEqualTo(GroupState.OFFLINE);
        }
    }

    private final class Admin implements QueueManager.QueueAdmin {
        @Override
        public boolean licensed() {
            return licensed;
        }

        @Override
        public boolean answers() {
            return true;
        }
    }
}
