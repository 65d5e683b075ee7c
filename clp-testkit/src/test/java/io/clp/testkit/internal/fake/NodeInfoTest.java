package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.clp.platform.NodeInfo;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import org.junit.jupiter.api.Test;

class NodeInfoTest {
    @Test
    void aMachineIsAnElevatedServerOfToday() {
        try (FakePlatform platform = FakePlatform.builder("SV1").build()) {
            NodeInfo info = platform.info();
            assertThat(info.computerName()).isEqualTo("SV1");
            assertThat(info.windowsVersion()).isEqualTo("10.0.20348");
            assertThat(info.elevated()).isTrue();
        }
    }

    @Test
    void aMachineSaysWhatItWasToldToSay() {
        try (FakePlatform platform = FakePlatform.builder("SV1")
                .windowsVersion("6.3.9600")
                .elevated(false)
                .build()) {
            assertThat(platform.info().windowsVersion()).isEqualTo("6.3.9600");
            assertThat(platform.info().elevated()).isFalse();
        }
    }

    @Test
    void machinesBuiltTogetherSayTheSame() {
        try (FakeMachines machines = FakeMachines.builder()
                .nodes("SV1", "SV2")
                .windowsVersion("6.3.9600")
                .elevated(false)
                .build()) {
            for (String node : new String[] {"SV1", "SV2"}) {
                NodeInfo info = machines.node(node).info();
                assertThat(info.computerName()).isEqualTo(node);
                assertThat(info.windowsVersion()).isEqualTo("6.3.9600");
                assertThat(info.elevated()).isFalse();
            }
        }
    }

    @Test
    void refusesAVersionThatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> FakePlatform.builder("SV1").windowsVersion(null))
                .withMessage("version");
    }
}
