package io.clp.examples;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.iis.IisControl;
import io.clp.iis.IisResource;
import io.clp.iis.IisService;
import io.clp.iis.IisVersion;
import io.clp.iis.Standby;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.watch.WatchPolicy;

/** Figures 1 and 2 of the guide: one group, four nodes, ARMLOAD style. */
public final class OneWayStandby {
    public static final String CONTENT_VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";

    public static FailoverGroup web() {
        return FailoverGroup.builder("web")
                .nodes("SV1", "SV2", "SV3", "SV4")
                .resource(SwitchablePartition.builder("content")
                        .volume(CONTENT_VOLUME)
                        // the mount manager of each node names the volume itself
                        .volumeOn("SV3", "\\\\?\\Volume{0b7d4411-0000-0000-0000-100000000000}\\")
                        .mountAt("E:\\")
                        .build())
                .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build())
                .resource(
                        IisResource.builder("iis")
                                .version(IisVersion.IIS_10) // optional: otherwise read on the node
                                .services(IisService.WWW, IisService.FTP)
                                .control(IisControl.armLoad(WatchPolicy.builder()
                                        .restarts(3)
                                        .resetAfter(ofMinutes(60))
                                        .build()))
                                .standby(Standby.ONE_WAY)
                                .build(),
                        it -> it.policy(ResourcePolicy.builder()
                                .online(ofMinutes(2), 1)
                                .offline(ofMinutes(3), 2) // longer than IIS's own 90 s shutdownTimeLimit
                                .monitor(ofSeconds(10), 3)
                                .build()))
                .failover(FailoverPolicy.builder()
                        .restarts(1)
                        .failovers(3)
                        .failback(false)
                        .build())
                .build();
    }

    private OneWayStandby() {}
}
