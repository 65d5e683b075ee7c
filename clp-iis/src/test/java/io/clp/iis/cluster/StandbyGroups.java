package io.clp.iis.cluster;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.iis.IisControl;
import io.clp.iis.IisResource;
import io.clp.iis.IisService;
import io.clp.iis.IisVersion;
import io.clp.iis.Standby;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.watch.WatchPolicy;

/** The guide's groups: figures 1 and 2 (one way), 5 and 6 (two way). */
final class StandbyGroups {
    static final String CONTENT_VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";

    private static final IisResource SHARED = IisResource.builder("iis")
            .services(IisService.WWW, IisService.FTP)
            .control(IisControl.netStart())
            .standby(Standby.TWO_WAY)
            .build();

    static final FailoverGroup SALES = twoWay("sales", "a", "E:\\", "10.0.0.21/24", "SV1", "SV2");
    static final FailoverGroup HR = twoWay("hr", "b", "F:\\", "10.0.0.22/24", "SV2", "SV1");

    private StandbyGroups() {}

    static FailoverGroup web() {
        return FailoverGroup.builder("web")
                .nodes("SV1", "SV2", "SV3", "SV4")
                .resource(SwitchablePartition.builder("content")
                        .volume(CONTENT_VOLUME)
                        .volumeOn("SV3", "\\\\?\\Volume{0b7d4411-0000-0000-0000-100000000000}\\")
                        .mountAt("E:\\")
                        .build())
                .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build())
                .resource(
                        IisResource.builder("iis")
                                .version(IisVersion.IIS_10)
                                .services(IisService.WWW, IisService.FTP)
                                .control(IisControl.armLoad(WatchPolicy.builder()
                                        .restarts(3)
                                        .resetAfter(ofMinutes(60))
                                        .build()))
                                .standby(Standby.ONE_WAY)
                                .build(),
                        it -> it.policy(ResourcePolicy.builder()
                                .online(ofMinutes(2), 1)
                                .offline(ofMinutes(3), 2)
                                .monitor(ofSeconds(10), 3)
                                .build()))
                .failover(FailoverPolicy.builder()
                        .restarts(1)
                        .failovers(3)
                        .failback(false)
                        .build())
                .build();
    }

    private static FailoverGroup twoWay(String id, String letter, String mountPoint, String address, String... nodes) {
        return FailoverGroup.builder(id)
                .nodes(nodes)
                .resource(SwitchablePartition.builder(id + "-content")
                        .volume("\\\\?\\Volume{" + letter.repeat(8) + "-0000-0000-0000-100000000000}\\")
                        .mountAt(mountPoint)
                        .build())
                .resource(FloatingIp.builder(id + "-fip").address(address).build())
                .resource(SHARED)
                .build();
    }
}
