package io.clp.benchmarks;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.iis.IisControl;
import io.clp.iis.IisResource;
import io.clp.iis.IisService;
import io.clp.iis.Standby;
import io.clp.resource.FloatingIp;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;

/**
 * IIS in one-way standby on two fake nodes with the latencies of a Windows server, every invariant checked. The caller plays the cluster
 * manager.
 */
final class TwoNodes implements AutoCloseable {
    static final FailoverGroup WEB = web().build();

    private final FakeMachines machines;
    private FakePlatform active;
    private FakePlatform standby;
    private GroupController controller;
    private long epoch = 1;

    private TwoNodes(FakeMachines machines) {
        this.machines = machines;
        active = machines.node("SV1");
        standby = machines.node("SV2");
        controller = controller(active);
        controller.start(WEB, StartCause.START, epoch);
    }

    /** Returns the group, to which more can be said. */
    static FailoverGroup.Builder web() {
        return FailoverGroup.builder("web")
                .nodes("SV1", "SV2")
                .resource(SwitchablePartition.builder("content")
                        .volume("\\\\?\\Volume{aaaaaaaa-0000-0000-0000-100000000000}\\")
                        .mountAt("D:\\")
                        .build())
                .resource(FloatingIp.builder("fip").address("10.0.0.10/24").build())
                .resource(IisResource.builder("iis")
                        .services(IisService.WWW, IisService.FTP)
                        .control(IisControl.armLoad())
                        .standby(Standby.ONE_WAY)
                        .build());
    }

    static TwoNodes inVirtualTime(long seed) {
        return new TwoNodes(machines(seed).build());
    }

    static TwoNodes inRealTime(long seed) {
        return new TwoNodes(machines(seed).realTime().build());
    }

    private static FakeMachines.Builder machines(long seed) {
        QuietLog.begin();
        return FakeMachines.builder()
                .provide(WEB)
                .latencies(Latencies.windowsServer())
                .seed(seed);
    }

    /** Takes the power of the node that has the group, starts it on the other one, and boots the first again. */
    StartReport failOver() {
        active.powerOff();
        GroupController next = controller(standby);
        StartReport report = next.start(WEB, StartCause.FAILOVER, ++epoch);
        active.boot();
        swap(next);
        return report;
    }

    /** Stops the group where it is and starts it on the other node. */
    StartReport switchOver() {
        controller.stop(WEB, StopCause.GROUP_MOVE);
        GroupController next = controller(standby);
        StartReport report = next.start(WEB, StartCause.START, ++epoch);
        controller.close();
        swap(next);
        return report;
    }

    long nanos() {
        return active.timeline().nanos();
    }

    FakeMachines machines() {
        return machines;
    }

    @Override
    public void close() {
        machines.close();
    }

    private static GroupController controller(FakePlatform node) {
        return GroupController.builder(node).groups(WEB).build();
    }

    private void swap(GroupController next) {
        FakePlatform before = active;
        active = standby;
        standby = before;
        controller = next;
    }
}
