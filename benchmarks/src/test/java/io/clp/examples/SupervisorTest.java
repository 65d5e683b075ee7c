package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.testkit.FakePlatform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private final FailoverGroup web = OneWayStandby.web();
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsWhatHappened() {
        try (FakePlatform sv2 = FakePlatform.builder("SV2").provide(web).build();
                GroupController node = GroupController.builder(sv2).groups(web).build()) {
            Supervisor supervisor = new Supervisor(node, told::add);
            supervisor.watch();

            assertThat(supervisor.start(web)).isFalse();
            sv2.settle();

            assertThat(told).anyMatch(it -> it.startsWith("group web on SV2: start (FAILOVER): DONE"));
            assertThat(told).contains("プライオリティサーバ以外で起動中です(フェイルオーバ後)");
            assertThat(told).anyMatch(it -> it.startsWith("web is ONLINE: "));
        }
    }

    @Test
    void letsAnotherNodeTryWhereNothingIsOnline() {
        try (FakePlatform sv2 = FakePlatform.builder("SV2").provide(web).build();
                GroupController node = GroupController.builder(sv2).groups(web).build()) {
            sv2.volume(OneWayStandby.CONTENT_VOLUME).disconnect();

            assertThat(new Supervisor(node, told::add).start(web)).isTrue();
            assertThat(told).singleElement().asString().contains("look at the path from this node to the disk");
        }
    }

    @Test
    void letsNobodyTryWhereSomethingMayStillRun() {
        try (FakePlatform sv2 = FakePlatform.builder("SV2").provide(web).build();
                GroupController node = GroupController.builder(sv2).groups(web).build()) {
            sv2.service("W3SVC").hangOnStart();

            assertThat(new Supervisor(node, told::add).start(web)).isFalse();
            assertThat(told).anyMatch(it -> it.contains("W3SVC"));
        }
    }
}
