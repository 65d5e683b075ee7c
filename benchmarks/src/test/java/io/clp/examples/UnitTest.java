package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.clp.MessageBroadcast;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.iis.IisMessages;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceState;
import io.clp.testkit.FakePlatform;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatcher;
import org.mockito.InOrder;

/** One node, no cluster, plain JUnit. */
class UnitTest {
    private final FailoverGroup web = OneWayStandby.web();

    @Test
    void tellsTheListenerInTheOrderOfTheDependencies() {
        GroupListener listener = mock(GroupListener.class);
        try (FakePlatform platform = FakePlatform.builder("SV1").provide(web).build();
                GroupController node = GroupController.builder(platform)
                        .groups(web)
                        .listener(listener)
                        .build()) {

            node.start(web, StartCause.START);
            platform.settle(); // listeners have been told

            InOrder order = inOrder(listener);
            order.verify(listener).onEvent(argThat(became("content", ResourceState.ONLINE)));
            order.verify(listener).onEvent(argThat(became("iis", ResourceState.ONLINE)));
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
            platform.settle(); // join() before this would wait for a clock that nobody moves
            assertThat(both).isCompleted();
        }
    }

    @Test
    void iisAloneWithADiskThatFailed() throws Exception {
        try (FakePlatform platform = FakePlatform.builder("SV1").provide(web).build()) {
            Resource iis = web.resource("iis");
            ResourceContext context = platform.context(web, "iis")
                    .startCause(StartCause.FAILOVER)
                    .diskStatus(DiskStatus.FAILURE)
                    .build();
            assertThatThrownBy(() -> iis.online(context)).isInstanceOf(ResourceException.class);
            assertThat(platform.acts()).isEmpty();

            ResourceContext outsideTheCluster = platform.context(web, "iis").build(); // no cause
            iis.online(outsideTheCluster);
            assertThat(platform.broadcasts())
                    .extracting(MessageBroadcast::key)
                    .containsExactly(IisMessages.PARTITION_NOT_CONNECTED, IisMessages.CLUSTER_NOT_RUNNING);
        }
    }

    private static ArgumentMatcher<GroupEvent> became(String resource, ResourceState state) {
        return event -> event instanceof ResourceChanged changed
                && changed.resource().equals(ResourceId.of(resource))
                && changed.to() == state;
    }
}
