package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.StartCause;
import io.clp.internal.monitor.GroupMonitors;
import io.clp.internal.monitor.Verdict;
import io.clp.monitor.Monitor;
import io.clp.resource.Resource;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the README says of monitors. */
class MonitorsTest {
    @Test
    void theSiteIsMonitoredBesideTheResources() {
        FailoverGroup.Builder group = FailoverGroup.builder("web").nodes("SV1");
        for (Resource resource : OneWayStandby.web().resources()) {
            if (!resource.id().value().equals("content")) {
                group.resource(resource);
            }
        }
        FailoverGroup web = group.monitor(Monitors.site()).build();
        assertThat(web.monitors()).extracting(it -> it.id().value()).containsExactly("vip", "iis", "site");
        assertThat(web.monitors().get(2).probe())
                .hasValueSatisfying(it -> assertThat(it).hasToString("GET http://10.0.0.10/health"));
    }

    @Test
    void aBacklogIsAVerdictOnTheQueueManager() {
        AtomicInteger messages = new AtomicInteger(7);
        Monitor backlog = Monitors.backlog(messages::get);
        FailoverGroup mq = FailoverGroup.builder("mq")
                .nodes("SV1")
                .resource(io.clp.resource.ServiceResource.builder("queue-manager")
                        .service("MQ")
                        .build())
                .monitor(backlog)
                .build();
        List<Verdict> verdicts = new ArrayList<>();
        try (FakePlatform sv1 = FakePlatform.builder("SV1").provide(mq).build();
                GroupController node = GroupController.builder(sv1).groups(mq).build();
                GroupMonitors monitors = new GroupMonitors(node, mq, sv1.timeline(), verdicts::add)) {
            node.start(mq, StartCause.START);
            monitors.begin();
            sv1.advance(Duration.ofMinutes(5));
            assertThat(verdicts).isEmpty();
            messages.set(10_001);
            sv1.settle();
            assertThat(verdicts).singleElement().satisfies(it -> {
                assertThat(it.resource().value()).isEqualTo("queue-manager");
                assertThat(it.why()).contains("3 times failed").contains("10001 messages wait");
            });
        }
    }
}
