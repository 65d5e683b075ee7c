package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    /** Of the trace below; the same on every JDK. Changes only where the fakes' behaviour does. */
    private static final int TRACE_OF_SEED_11 = 650_540_210;

    @Test
    void oneSeedGivesOneTrace() {
        String trace = traceOf(11);
        assertThat(traceOf(11)).isEqualTo(trace);
        assertThat(traceOf(12)).isNotEqualTo(trace);
        assertThat(trace.hashCode()).as(trace).isEqualTo(TRACE_OF_SEED_11);
    }

    private static String traceOf(long seed) {
        try (FakeMachines machines = FakeMachines.builder()
                .nodes("SV1", "SV2", "SV3")
                .install("W3SVC", "WAS", "ftpsvc")
                .latencies(Latencies.windowsServer())
                .seed(seed)
                .build()) {
            for (FakePlatform node : machines.nodes()) {
                node.service("W3SVC").dependsOn("WAS");
                node.timeline().fork("www", () -> startAndStop(node, "W3SVC"));
                node.timeline().fork("ftp", () -> startAndStop(node, "ftpsvc"));
                node.timeline().fork("address", () -> node.addresses().add("10.0.0.10/24", null));
            }
            machines.advance(Duration.ofMillis(400));
            machines.node("SV2").powerOff();
            machines.settle();
            return machines.trace();
        }
    }

    private static boolean startAndStop(FakePlatform node, String service) throws InterruptedException {
        node.services().start(service);
        ServiceStatus seen = node.services().query(service);
        while (seen.state() != ServiceState.RUNNING) {
            seen = node.services().awaitChange(service, seen, Duration.ofMinutes(1));
        }
        return node.services().stop(service).holds();
    }
}
