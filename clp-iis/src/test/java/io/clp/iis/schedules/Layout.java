package io.clp.iis.schedules;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.iis.IisControl;
import io.clp.iis.IisResource;
import io.clp.iis.IisService;
import io.clp.iis.Standby;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.watch.WatchPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The nodes and groups of one run, drawn so that they go together. */
final class Layout {
    final List<String> nodes = new ArrayList<>();
    final List<FailoverGroup> groups = new ArrayList<>();

    /** Operations that ran while another one of the same resource did. */
    final List<String> overlaps = Collections.synchronizedList(new ArrayList<>());

    final String iisVersion;
    final IisControl control;
    final boolean twoWay;
    private final Draw draw;

    Layout(Draw draw) {
        this.draw = draw;
        int count = draw.between(2, 4);
        for (int i = 1; i <= count; i++) {
            nodes.add("SV" + i);
        }
        iisVersion = draw.one(List.of("6.0", "7.0", "7.5", "8.5", "10.0"));
        control = switch (draw.below(4)) {
            case 0 -> IisControl.netStart();
            case 1 -> IisControl.iisReset();
            case 2 -> IisControl.armLoad();
            default ->
                IisControl.armLoad(WatchPolicy.builder().restarts(draw.below(3)).build());
        };
        twoWay = draw.percent(50);
        int wanted = draw.between(1, 3);
        IisResource shared = iis(Standby.TWO_WAY);
        IisResource own = iis(Standby.ONE_WAY);
        boolean apart = count == 4 && draw.percent(50);
        for (int g = 0; g < wanted; g++) {
            List<String> at = shuffled();
            if (twoWay) {
                groups.add(group(g, at.subList(0, 2), shared));
            } else if (apart && g < 2) {
                groups.add(group(g, nodes.subList(2 * g, 2 * g + 2), own));
            } else {
                groups.add(group(g, at.subList(0, draw.between(2, count)), g == 0 ? own : null));
            }
        }
    }

    private List<String> shuffled() {
        List<String> at = new ArrayList<>(nodes);
        for (int i = at.size() - 1; i > 0; i--) {
            Collections.swap(at, i, draw.below(i + 1));
        }
        return at;
    }

    private IisResource iis(Standby standby) {
        IisResource.Builder builder =
                IisResource.builder("iis").control(control).standby(standby);
        switch (draw.below(4)) {
            case 0 -> builder.services(IisService.WWW);
            case 1 -> builder.services(IisService.FTP);
            default -> builder.services(IisService.WWW, IisService.FTP);
        }
        if (draw.percent(20)) {
            builder.indexingService("CISVC");
        }
        return builder.forceStop(draw.percent(50)).build();
    }

    private FailoverGroup group(int g, List<String> at, @Nullable IisResource iis) {
        String name = "g" + g;
        FailoverGroup.Builder builder = FailoverGroup.builder(name).nodes(at.toArray(new String[0]));
        int partitions = draw.percent(25) ? 2 : draw.percent(10) ? 0 : 1;
        for (int p = 0; p < partitions; p++) {
            SwitchablePartition.Builder partition = SwitchablePartition.builder(name + "-disk" + p)
                    .volume(volume(g, p, 0))
                    .mountAt((char) ('E' + 2 * g + p) + ":\\");
            if (draw.percent(30)) {
                partition.volumeOn(at.get(1), volume(g, p, 1));
            }
            builder.resource(partition.build(), it -> it.policy(policy()));
        }
        if (draw.percent(70)) {
            builder.resource(
                    FloatingIp.builder(name + "-ip")
                            .address("10.0.0.2" + g + "/24")
                            .build(),
                    it -> it.policy(policy()));
        } else {
            VirtualIp.Builder address = VirtualIp.builder(name + "-ip").address("192.168.7.2" + g + "/24");
            at.forEach(node -> address.onInterface(node, "Ethernet"));
            builder.resource(address.build(), it -> it.policy(policy()));
        }
        if (iis == null || draw.percent(20)) {
            ServiceResource database = ServiceResource.builder(name + "-db")
                    .service("Database" + g)
                    .build();
            builder.resource(database, it -> it.policy(policy()));
        }
        if (iis != null) {
            builder.resource(iis, it -> it.policy(policy()));
        }
        if (draw.percent(30)) {
            builder.resource(
                    new Application(ResourceId.of(name + "-app"), "Batch" + g, overlaps), it -> it.policy(policy()));
        }
        return builder.build();
    }

    private static String volume(int g, int p, int name) {
        return String.format(Locale.ROOT, "\\\\?\\Volume{0000000%d-000%d-000%d-0000-100000000000}\\", g, p, name);
    }

    private ResourcePolicy policy() {
        return ResourcePolicy.builder()
                .online(draw.seconds(20, 60), draw.below(3))
                .offline(draw.seconds(20, 60), draw.below(3))
                .probe(draw.seconds(2, 10))
                .monitor(draw.seconds(10, 15), 3)
                .build();
    }

    @Override
    public String toString() {
        return "IIS " + iisVersion + ", nodes " + nodes + ", " + groups;
    }
}
