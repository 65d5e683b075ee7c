package io.clp.benchmarks.nodes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The machines of a run: two Windows nodes and a client.
 *
 * @param nodes the nodes, in the order of {@link Scenario#NODES}
 * @param client where the client runs
 */
record Lab(List<Machine> nodes, Machine client) {
    /** Who holds a site that nobody should hold. */
    static final String NOBODY = "nobody";

    /** Returns the lab in a folder, with one folder for each machine, named as the machine in small letters. */
    static Lab in(Path folder) {
        return new Lab(Scenario.NODES.stream().map(it -> machine(folder, it)).toList(), machine(folder, "client"));
    }

    private static Machine machine(Path folder, String name) {
        return Machine.in(folder.resolve(name.toLowerCase(Locale.ROOT)), name);
    }

    /** {@return a node by its name} */
    Machine node(String name) {
        return nodes.get(Scenario.NODES.indexOf(name));
    }

    /** {@return what is wrong with who holds a site now, in words: held where it should not be, or not held where it should} */
    List<String> wrong(Scenario.Site site, String owner) {
        List<String> wrong = new ArrayList<>();
        for (Machine node : nodes) {
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
