package io.clp.examples;

import io.clp.FailoverGroup;
import io.clp.iis.IisControl;
import io.clp.iis.IisResource;
import io.clp.iis.IisService;
import io.clp.iis.Standby;
import io.clp.resource.FloatingIp;
import io.clp.resource.SwitchablePartition;

/** Figures 5 and 6: two groups, two nodes, each the other's standby, one IIS per node. */
public final class TwoWayStandby {
    /** One definition, in both groups: it is stateless. */
    private static final IisResource IIS = IisResource.builder("iis")
            .services(IisService.WWW, IisService.FTP)
            .control(IisControl.netStart())
            .standby(Standby.TWO_WAY)
            .build();

    public static final FailoverGroup SALES = FailoverGroup.builder("sales")
            .nodes("SV1", "SV2")
            .resource(SwitchablePartition.builder("sales-content")
                    .volume("\\\\?\\Volume{aaaaaaaa-0000-0000-0000-100000000000}\\")
                    .mountAt("E:\\")
                    .build())
            .resource(FloatingIp.builder("sales-fip").address("10.0.0.21/24").build())
            .resource(IIS)
            .build();

    public static final FailoverGroup HR = FailoverGroup.builder("hr")
            .nodes("SV2", "SV1")
            .resource(SwitchablePartition.builder("hr-content")
                    .volume("\\\\?\\Volume{bbbbbbbb-0000-0000-0000-100000000000}\\")
                    .mountAt("F:\\")
                    .build())
            .resource(FloatingIp.builder("hr-fip").address("10.0.0.22/24").build())
            .resource(IIS)
            .build();

    private TwoWayStandby() {}
}
