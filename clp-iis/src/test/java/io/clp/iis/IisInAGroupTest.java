package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.DefinitionException;
import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MessageBroadcast;
import io.clp.Outcome;
import io.clp.ServiceInterrupted;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.platform.ServiceState;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceTimeoutException;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IIS beside its partition and address, run by a controller. */
class IisInAGroupTest {
    private static final String SALES_VOLUME = "\\\\?\\Volume{aaaaaaaa-0000-0000-0000-100000000000}\\";
    private static final String HR_VOLUME = "\\\\?\\Volume{bbbbbbbb-0000-0000-0000-100000000000}\\";

    @Test
    void aPartitionThatCannotBeConnectedIsToldAndIisIsNotTouched() {
        FailoverGroup web = group("web", SALES_VOLUME, 1, iis(Standby.ONE_WAY, IisControl.armLoad()));
        try (FakePlatform node = FakePlatform.builder("SV1").provide(web).build();
                GroupController controller =
                        GroupController.builder(node).groups(web).build()) {
            node.volume(SALES_VOLUME).disconnect();

            assertThatThrownBy(() -> controller.start(web, StartCause.START))
                    .isInstanceOfSatisfying(
                            GroupOperationException.class,
                            e -> assertThat(e.report().outcome()).isEqualTo(Outcome.FAILED));
            node.settle();

            assertThat(node.service("W3SVC").acts()).isEmpty();
            assertThat(node.broadcasts())
                    .extracting(MessageBroadcast::key)
                    .containsExactly(IisMessages.PARTITION_NOT_CONNECTED);
        }
    }

    @Test
    void twoWayIisThatRunsOnAMountedPartitionIsStoppedThoughTheAddressIsGone() {
        FailoverGroup sales = group("sales", SALES_VOLUME, 1, iis(Standby.TWO_WAY, IisControl.netStart()));
        try (FakePlatform node = FakePlatform.builder("SV1").provide(sales).build()) {
            try (GroupController before =
                    GroupController.builder(node).groups(sales).build()) {
                before.start(sales, StartCause.START);
            }
            node.killProcess();
            node.service("W3SVC").holds(SALES_VOLUME);
            node.addresses().remove("10.0.0.21");

            try (GroupController after =
                    GroupController.builder(node).groups(sales).build()) {
                StopReport report = after.stop(sales, StopCause.GROUP_STOP);

                assertThat(report.outcome()).isEqualTo(Outcome.DONE); // a volume still held would be busy
                assertThat(node.volume(SALES_VOLUME).mounted()).isFalse();
            }
        }
    }

    @Test
    void aStopThatHangsLeavesIisUnknownAndItsPartitionMounted() {
        FailoverGroup web = group("web", SALES_VOLUME, 1, iis(Standby.ONE_WAY, IisControl.armLoad()));
        try (FakePlatform node = FakePlatform.builder("SV1").provide(web).build();
                GroupController controller =
                        GroupController.builder(node).groups(web).build()) {
            controller.start(web, StartCause.START);
            node.service("W3SVC").hangOnStop();

            GroupOperationException failed = catchThrowableOfType(
                    GroupOperationException.class, () -> controller.stop(web, StopCause.GROUP_STOP));

            assertThat(failed).hasMessageContaining("W3SVC");
            assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(failed.report().failures().get(0).error())
                    .isInstanceOfSatisfying(ServiceTimeoutException.class, hang -> assertThat(hang.advice())
                            .contains("forceStop"));
            assertThat(controller.view(web).resource("iis")).isEqualTo(ResourceState.UNKNOWN);
            assertThat(node.volume(SALES_VOLUME).mounted()).isTrue();

            node.service("W3SVC").release();
            node.settle();
            assertThat(controller.view(web).state()).isEqualTo(GroupState.OFFLINE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"armLoad", "netStart", "iisReset"})
    void theOtherGroupGoesOnAndIsToldHowLongItWasWithout(String control) {
        IisResource iis = iis(
                Standby.TWO_WAY,
                switch (control) {
                    case "armLoad" -> IisControl.armLoad();
                    case "netStart" -> IisControl.netStart();
                    default -> IisControl.iisReset();
                });
        FailoverGroup sales = group("sales", SALES_VOLUME, 1, iis);
        FailoverGroup hr = group("hr", HR_VOLUME, 2, iis);
        try (FakePlatform node = FakePlatform.builder("SV1").provide(sales, hr).build();
                GroupController controller =
                        GroupController.builder(node).groups(sales, hr).build()) {
            StartReport first = controller.start(sales, StartCause.START);
            StartReport second = controller.start(hr, StartCause.FAILOVER);

            assertThat(first.interruptions()).isEmpty();
            assertThat(second.interruptions())
                    .extracting(ServiceInterrupted::interrupted)
                    .isNotEmpty()
                    .containsOnly(sales.id());
            node.service("W3SVC").holds(HR_VOLUME); // opened when it starts again: the release must come before that

            StopReport stopped = controller.stop(hr, StopCause.GROUP_STOP);

            assertThat(stopped.interruptions())
                    .extracting(ServiceInterrupted::service)
                    .contains("W3SVC");
            assertThat(controller.view(hr).state()).isEqualTo(GroupState.OFFLINE);
            assertThat(controller.view(sales).state()).isEqualTo(GroupState.ONLINE);
            assertThat(node.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(node.services().state("ftpsvc")).isEqualTo(ServiceState.RUNNING);
            assertThat(node.volume(HR_VOLUME).mounted()).isFalse();
        }
    }

    @Test
    void anIisInOneWayStandbyNeverMeetsAnother() {
        FailoverGroup sales = group("sales", SALES_VOLUME, 1, iis(Standby.ONE_WAY, IisControl.armLoad()));
        FailoverGroup hr = group("hr", HR_VOLUME, 2, iis(Standby.TWO_WAY, IisControl.armLoad()));
        try (FakePlatform node = FakePlatform.builder("SV1").provide(sales, hr).build()) {
            assertThatThrownBy(() ->
                            GroupController.builder(node).groups(sales, hr).build())
                    .isInstanceOf(DefinitionException.class)
                    .hasMessageContaining("IIS");
        }
    }

    private static IisResource iis(Standby standby, IisControl control) {
        return IisResource.builder("iis")
                .services(IisService.WWW, IisService.FTP)
                .control(control)
                .standby(standby)
                .build();
    }

    private static FailoverGroup group(String id, String volume, int number, IisResource iis) {
        return FailoverGroup.builder(id)
                .nodes("SV1", "SV2")
                .resource(SwitchablePartition.builder(id + "-content")
                        .volume(volume)
                        .mountAt((char) ('D' + number) + ":\\")
                        .build())
                .resource(FloatingIp.builder(id + "-fip")
                        .address("10.0.0.2" + number + "/24")
                        .build())
                .resource(iis)
                .build();
    }
}
