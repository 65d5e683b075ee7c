package io.clp.benchmarks.demo;

import io.clp.FailoverGroup;
import io.clp.iis.IisControl;
import io.clp.iis.IisResource;
import io.clp.iis.IisService;
import io.clp.iis.Standby;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import java.util.List;

/** The groups as the guide draws them. */
public final class Groups {
    private Groups() {}

    static List<FailoverGroup> of(Figure figure, IisControl control) {
        if (figure.twoWay()) {
            IisResource iis = iis(control, Standby.TWO_WAY);
            return List.of(
                    group("group1", 1, List.of("SV1", "SV2"), iis), group("group2", 2, List.of("SV2", "SV1"), iis));
        }
        return List.of(group("group", 0, figure.oneWayNodes(), iis(control, Standby.ONE_WAY)));
    }

    /**
     * Returns the name of a group's volume, the same on every node.
     *
     * @param number which group
     * @return the GUID path
     */
    public static String volume(int number) {
        return "\\\\?\\Volume{6f1c2f9e-0000-0000-000" + number + "-100000000000}\\";
    }

    /** Returns the group's address. */
    static String address(int number) {
        return "10.0.0.1" + number;
    }

    private static FailoverGroup group(String id, int number, List<String> nodes, IisResource iis) {
        String suffix = number == 0 ? "" : String.valueOf(number);
        return FailoverGroup.builder(id)
                .nodes(nodes.toArray(String[]::new))
                .resource(SwitchablePartition.builder("partition" + suffix)
                        .volume(volume(number))
                        .mountAt((char) ('D' + Math.max(1, number)) + ":\\")
                        .build())
                .resource(VirtualIp.builder("vip" + suffix)
                        .address(address(number) + "/24")
                        .build())
                .resource(iis)
                .build();
    }

    /**
     * Returns IIS with its Web and FTP services.
     *
     * @param control how it is started and stopped
     * @param standby how the nodes stand in for each other
     * @return the resource "iis"
     */
    public static IisResource iis(IisControl control, Standby standby) {
        return IisResource.builder("iis")
                .services(IisService.WWW, IisService.FTP)
                .control(control)
                .standby(standby)
                .build();
    }
}
