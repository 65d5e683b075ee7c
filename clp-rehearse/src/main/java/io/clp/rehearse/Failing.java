package io.clp.rehearse;

import io.clp.NodeId;
import io.clp.rehearse.arguments.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that fails in a rehearsal. */
sealed interface Failing {
    /**
     * The power of a server.
     *
     * @param node its name
     */
    record Power(String node) implements Failing {}

    /** The way from a group's server to its disks. */
    record Disk() implements Failing {}

    /**
     * Services of a group.
     *
     * @param name the only one; empty for all that the group has
     */
    record Service(Optional<String> name) implements Failing {}

    /** Reads what {@code --fail} says. */
    static Failing of(String word, List<NodeId> nodes) throws UsageException {
        Optional<String> node = nodes.stream()
                .map(NodeId::value)
                .filter(it -> it.equalsIgnoreCase(word))
                .findFirst();
        if (node.isPresent()) {
            return new Power(node.get());
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("disk")) {
            return new Disk();
        } else if (lower.equals("service")) {
            return new Service(Optional.empty());
        } else if (lower.startsWith("service:") && word.length() > "service:".length()) {
            return new Service(Optional.of(word.substring("service:".length())));
        }
        throw new UsageException("--fail is disk, service, service:NAME or one of " + nodes + ", not \"" + word + "\"");
    }
}
