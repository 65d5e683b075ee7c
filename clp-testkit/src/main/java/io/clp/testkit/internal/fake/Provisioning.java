package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import io.clp.resource.ScriptResource;
import io.clp.resource.SwitchablePartition;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts on the machines what groups need. */
final class Provisioning {
    private static final Set<String> OLD_FTP_VERSIONS = Set.of("6.0", "7.0");
    private static final String OLD_FTP = "msftpsvc";
    private static final String NEW_FTP = "ftpsvc";

    private final World world;

    Provisioning(World world) {
        this.world = world;
    }

    void run() {
        world.change(() -> {
            for (String service : world.setup.services) {
                world.machines.values().forEach(it -> it.scm.install(service));
            }
            world.setup.groups.forEach(this::provide);
        });
    }

    /** Puts what a group needs beside what is there. Under the lock. */
    void provide(FailoverGroup group) {
        group.resources().forEach(this::provide);
        world.rules().know(group);
    }

    private void provide(Resource resource) {
        if (resource instanceof SwitchablePartition partition) {
            disk(partition);
        }
        if (resource instanceof ScriptResource && !world.setup.iisVersion.isEmpty()) {
            iis(); // what a script starts is in its text; on a machine with IIS it is most often that
        }
        List<NodeThing> things = resource.uses().stream()
                .sorted(Comparator.comparing(NodeThing::key))
                .toList();
        Set<String> services = things.stream()
                .filter(it -> it.kind() == NodeThing.Kind.SERVICE)
                .map(it -> Text.fold(it.name()))
                .collect(Collectors.toSet());
        for (NodeThing thing : things) {
            switch (thing.kind()) {
                case SERVICE -> {
                    if (!isOtherFtp(thing.name(), services)) {
                        world.machines.values().forEach(it -> it.scm.install(thing.name()));
                    }
                }
                case ADDRESS -> world.machines.values().forEach(it -> it.addresses.provide(thing.name()));
                case VOLUME -> {
                    if (!(resource instanceof SwitchablePartition)) {
                        sameEverywhere(thing.name());
                    }
                }
                case MOUNT_POINT, NAMED -> {}
            }
        }
    }

    /** Returns whether a service is the one of the two FTP services that the machine's version of IIS does not have. */
    private boolean isOtherFtp(String service, Set<String> used) {
        boolean old = OLD_FTP_VERSIONS.contains(world.setup.iisVersion);
        return used.contains(OLD_FTP)
                && used.contains(NEW_FTP)
                && Text.fold(service).equals(old ? NEW_FTP : OLD_FTP);
    }

    private void iis() {
        boolean old = OLD_FTP_VERSIONS.contains(world.setup.iisVersion);
        world.machines.values().forEach(it -> {
            it.scm.install("W3SVC");
            it.scm.install(old ? "MSFTPSVC" : "ftpsvc");
        });
    }

    private void disk(SwitchablePartition partition) {
        Disk disk = new Disk();
        for (Machine machine : world.machines.values()) {
            String name = partition.volumeOn(machine.node);
            if (machine.volumes.find(name) == null) {
                machine.volumes.add(name, disk);
            }
        }
    }

    private void sameEverywhere(String name) {
        Disk disk = new Disk();
        for (Machine machine : world.machines.values()) {
            if (machine.volumes.find(name) == null) {
                machine.volumes.add(name, disk);
            }
        }
    }
}
