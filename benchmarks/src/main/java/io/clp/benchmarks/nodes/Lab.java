package io.clp.benchmarks.nodes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The machines of a run: two Windows nodes and a client, each in a folder of its own.
 *
 * @param folder with one folder for each machine, named as the machine in small letters
 */
record Lab(Path folder) {
    /** {@return the nodes, in the order of {@link Scenario#NODES}} */
    List<Machine> nodes() {
        return Scenario.NODES.stream().map(this::machine).toList();
    }

    /** {@return where the client runs} */
    Machine client() {
        return machine("client");
    }

    /** {@return a machine by its name} */
    Machine machine(String name) {
        return new Machine(name, folder.resolve(name.toLowerCase(Locale.ROOT)));
    }

    /** {@return what is wrong with who holds a site now, in words: held where it should not be, or not held where it should} */
    List<String> wrong(Scenario.Site site, String owner) {
        List<String> wrong = new ArrayList<>();
        for (Machine node : nodes()) {
            boolean owns = node.name().equals(owner);
            if (node.hasDrive(site.drive()) != owns) {
                wrong.add(node.name() + (owns ? " lacks" : " holds") + " the volume of " + site.id());
            }
            if (node.hasAddress(site.address()) != owns) {
                wrong.add(node.name() + (owns ? " lacks" : " holds") + " the address of " + site.id());
            }
        }
        return wrong;
    }
}
