package io.clp.benchmarks.nodes;

import io.clp.FailoverGroup;
import io.clp.benchmarks.demo.Groups;
import io.clp.benchmarks.demo.Strategy;
import io.clp.iis.IisResource;
import io.clp.iis.Standby;
import io.clp.resource.FloatingIp;
import io.clp.resource.SwitchablePartition;
import java.util.List;
import java.util.Locale;

/**
 * The groups that two nodes share: one of them in one-way standby, two in two-way standby.
 *
 * @param standby how IIS is shared
 * @param strategy how IIS is started and stopped
 */
record Scenario(Standby standby, Strategy strategy) {
    /** The nodes, home of the first and of the second group. */
    static final List<String> NODES = List.of("SV1", "SV2");

    /**
     * A group with what it holds.
     *
     * @param id its name
     * @param home the node it belongs to
     * @param volume the GUID path of its volume
     * @param drive the letter under which the volume is mounted
     * @param address its address
     */
    record Site(String id, String home, String volume, char drive, String address) {
        static Site of(int number) {
            return new Site(
                    "group" + number,
                    NODES.get(number - 1),
                    Groups.volume(number),
                    (char) ('D' + number),
                    "10.10.0.10" + number);
        }
    }

    /** Returns the scenario of two words, as {@link #words()} gives them. */
    static Scenario of(String standby, String strategy) {
        return new Scenario(
                Standby.valueOf(standby.toUpperCase(Locale.ROOT).replace('-', '_')),
                Strategy.valueOf(strategy.toUpperCase(Locale.ROOT)));
    }

    /** {@return the scenario as two words of a command line} */
    List<String> words() {
        return List.of(standby.name().toLowerCase(Locale.ROOT).replace('_', '-'), strategy.option());
    }

    /** {@return what each group holds} */
    List<Site> sites() {
        return standby == Standby.TWO_WAY ? List.of(Site.of(1), Site.of(2)) : List.of(Site.of(1));
    }

    /** {@return the sites of the groups that stay where they are; empty in one-way standby} */
    List<Site> others() {
        return sites().subList(1, sites().size());
    }

    /** {@return the groups, in the order of the sites} */
    List<FailoverGroup> groups() {
        IisResource iis = Groups.iis(strategy.control(), standby);
        return sites().stream().map(it -> group(it, iis)).toList();
    }

    private static FailoverGroup group(Site site, IisResource iis) {
        String second = NODES.get(1 - NODES.indexOf(site.home()));
        return FailoverGroup.builder(site.id())
                .nodes(site.home(), second)
                .resource(SwitchablePartition.builder("partition")
                        .volume(site.volume())
                        .mountAt(site.drive() + ":\\")
                        .build())
                .resource(FloatingIp.builder("address")
                        .address(site.address() + "/24")
                        .build())
                .resource(iis)
                .build();
    }

    @Override
    public String toString() {
        return String.join(" ", words());
    }
}
