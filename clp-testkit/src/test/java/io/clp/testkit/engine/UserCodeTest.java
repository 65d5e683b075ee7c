package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupEvent;
import io.clp.GroupListener;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.ServiceState;
import io.clp.platform.VolumeException;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceResource;
import io.clp.resource.ServiceTimeoutException;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatcher;
import org.mockito.InOrder;

/** Tests as users write them, with a plain service in the place of IIS. */
class UserCodeTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";

    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(SwitchablePartition.builder("content")
                    .volume(VOLUME)
                    .mountAt("E:\\")
                    .build())
            .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build())
            .resource(ServiceResource.builder("www").service("W3SVC").build())
            .build();

    @Test
    void tellsTheListenerInTheOrderOfTheDependencies() {
        GroupListener listener = mock(GroupListener.class);
        try (FakePlatform platform = FakePlatform.builder("SV1").provide(web).build();
                GroupController node = GroupController.builder(platform)
                        .groups(web)
                        .listener(listener)
                        .build()) {
            node.start(web, StartCause.START);
            platform.settle();

            InOrder order = inOrder(listener);
            order.verify(listener).onEvent(argThat(became("content", ResourceState.ONLINE)));
            order.verify(listener).onEvent(argThat(became("www", ResourceState.ONLINE)));
            ArgumentCaptor<GroupEvent> events = ArgumentCaptor.forClass(GroupEvent.class);
            verify(listener, atLeastOnce()).onEvent(events.capture());
            assertThat(events.getAllValues()).extracting(GroupEvent::sequence).isSorted();
        }
    }

    @Test
    void theReplyOfAnAsynchronousStartArrivesInVirtualTime() {
        try (FakePlatform platform = FakePlatform.builder("SV1").provide(web).build();
                GroupController node =
                        GroupController.builder(platform).groups(web).build()) {
            CompletableFuture<?> both = node.startAsync(web, StartCause.START)
                    .thenCompose(started -> node.stopAsync(web, StopCause.GROUP_STOP));
            platform.settle();
            assertThat(both).isCompleted();
        }
    }

    @Test
    void aResourceRunsAloneWithADiskThatFailed() throws Exception {
        try (FakePlatform platform = FakePlatform.builder("SV1").provide(web).build()) {
            Resource www = web.resource("www");
            ResourceContext context = platform.context(web, "www")
                    .startCause(StartCause.FAILOVER)
                    .diskStatus(DiskStatus.FAILURE)
                    .build();
            www.online(context);
            assertThat(platform.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(context.state(ResourceId.of("content"))).isEqualTo(ResourceState.OFFLINE);
            assertThat(platform.context(web, "www").build().startCause()).isEmpty(); // outside a cluster
        }
    }

    @Test
    void aDiskThatCannotBeConnectedKeepsTheServiceOffThisNode() {
        try (FakeMachines machines = FakeMachines.builder().provide(web).build()) {
            FakePlatform sv1 = machines.node("SV1");
            sv1.volume(VOLUME).disconnect();
            Lab lab = Lab.on(sv1, web);

            GroupOperationException failed = lab.startFails(web);

            assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(failed.report().failures()).singleElement().satisfies(failure -> {
                assertThat(failure.resource()).contains(ResourceId.of("content"));
                assertThat(failure.error()).isInstanceOf(VolumeException.class);
            });
            assertThat(sv1.service("W3SVC").acts()).isEmpty();
            assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE); // so another node may take it
            assertThat(Lab.on(machines.node("SV2"), web).start(web).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void aStopThatHangsKeepsTheGroupWhereItIs() {
        try (FakeMachines machines = FakeMachines.builder().provide(web).build()) {
            FakePlatform sv1 = machines.node("SV1");
            Lab lab = Lab.on(sv1, web);
            lab.start(web);
            sv1.service("W3SVC").hangOnStop();

            GroupOperationException failed = lab.stopFails(web); // at the deadline

            assertThat(failed).hasMessageContaining("W3SVC");
            assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(failed.report().failures().get(0).error())
                    .isInstanceOfSatisfying(ServiceTimeoutException.class, hang -> {
                        assertThat(hang.service()).isEqualTo("W3SVC");
                        assertThat(hang.processId()).isPresent();
                        assertThat(hang.tried()).isNotEmpty();
                        assertThat(hang.advice()).isNotEmpty();
                    });
            assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);
            assertThat(lab.state(web, "www")).isEqualTo(ResourceState.UNKNOWN);
            machines.advance(Duration.ofHours(6));
            assertThat(sv1.volume(VOLUME).mounted()).isTrue();

            sv1.service("W3SVC").release(); // the web application lets go at last
            machines.settle();
            assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE); // the stop is completed
            assertThat(sv1.volume(VOLUME).mounted()).isFalse();
            assertThat(Lab.on(machines.node("SV2"), web).start(web).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void aNodeWithoutPowerIsSafe() {
        try (FakeMachines machines = FakeMachines.builder().provide(web).build()) {
            FakePlatform sv1 = machines.node("SV1");
            Lab lab = Lab.on(sv1, web);
            lab.start(web);
            sv1.service("W3SVC").hangOnStop();
            assertThat(lab.stopFails(web)).isNotNull();
            sv1.powerOff();
            assertThat(Lab.on(machines.node("SV2"), web).start(web).outcome()).isEqualTo(Outcome.DONE);
            machines.settle();
            assertThat(machines.node("SV2").receives("10.0.0.10")).isTrue();
        }
    }

    private static ArgumentMatcher<GroupEvent> became(String resource, ResourceState state) {
        return event -> event instanceof ResourceChanged changed
                && changed.resource().equals(ResourceId.of(resource))
                && changed.to() == state;
    }
}
