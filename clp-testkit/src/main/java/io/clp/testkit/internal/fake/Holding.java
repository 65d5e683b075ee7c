package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import io.clp.resource.SwitchablePartition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something of a group that only one machine may hold.
 *
 * @param name what it is, for people
 * @param held whether a machine holds it; asked under the world's lock
 */
record Holding(String name, Predicate<Machine> held) {
    /** Returns what only one machine may hold: volumes, addresses, and the services that the group has to itself. */
    static List<Holding> of(FailoverGroup group) {
        List<Holding> holdings = new ArrayList<>();
        for (Resource resource : group.resources()) {
            if (resource instanceof SwitchablePartition partition) {
                holdings.add(new Holding(
                        "partition " + partition.id(),
                        machine -> volumeHeld(machine, partition.volumeOn(machine.node))));
                continue;
            }
            resource.uses().stream()
                    .filter(NodeThing::exclusive)
                    .sorted(Comparator.comparing(NodeThing::key))
                    .forEach(thing -> add(holdings, thing));
        }
        return holdings;
    }

    private static void add(List<Holding> holdings, NodeThing thing) {
        String name = thing.name();
        switch (thing.kind()) {
            case VOLUME -> holdings.add(new Holding(thing.toString(), machine -> volumeHeld(machine, name)));
            case ADDRESS -> holdings.add(new Holding(thing.toString(), machine -> machine.addresses.holds(name)));
            case SERVICE ->
                holdings.add(new Holding(thing.toString(), machine -> {
                    Service service = machine.scm.find(name);
                    return service != null && (!service.stopped() || service.runsUnseen);
                }));
            case MOUNT_POINT, NAMED -> {}
        }
    }

    boolean heldBy(Machine machine) {
        return held.test(machine);
    }

    private static boolean volumeHeld(Machine machine, String name) {
        Volume volume = machine.volumes.find(name);
        return volume != null && volume.held();
    }
}
