package io.clp.config.internal.read;

import io.clp.DefinitionException;
import io.clp.NodeId;
import io.clp.config.internal.model.PartitionSpec;
import io.clp.config.internal.model.ResourceSpec;
import io.clp.config.internal.xml.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads partitions on shared and on mirrored disks. */
final class PartitionReader implements TypeReader {
    private final Notes notes;
    private final List<Server> servers;
    private final boolean mirrored;

    PartitionReader(Notes notes, List<Server> servers, boolean mirrored) {
        this.notes = notes;
        this.servers = servers;
        this.mirrored = mirrored;
    }

    @Override
    public Optional<ResourceSpec> read(Found found, GroupFrame group) {
        Element element = found.element();
        Optional<Element> mount = element.find("parameters/volumemountpoint");
        String drive = mount.map(Element::text).orElse("");
        if (drive.isEmpty()) {
            notes.problem(mount.orElse(element), "the drive is missing: parameters/volumemountpoint");
        }
        int before = notes.problemCount();
        Map<NodeId, String> byNode = volumes(element, group);
        Map<String, String> volumes = new LinkedHashMap<>();
        for (String node : group.nodes()) {
            String volume = byNode.get(NodeId.of(node));
            if (volume == null) {
                notes.problem(element, "server " + node + " can host the group and has no volumeguid here");
            } else {
                volumes.put(node, volume);
            }
        }
        if (drive.isEmpty() || volumes.isEmpty() || notes.problemCount() > before) {
            return Optional.empty();
        }
        PartitionSpec spec = new PartitionSpec(found.id(), mountPoint(drive), volumes);
        if (!notes.check(mount.orElseThrow(), spec::build)) {
            return Optional.empty();
        }
        notes.kept(mount.orElseThrow(), mountPoint(drive));
        if (mirrored) {
            notes.differs(
                    element,
                    "a partition; its mirroring stays with its own driver, which must have made this node's copy the current one");
        } else {
            notes.kept(element, "a switchable partition");
        }
        return Optional.of(spec);
    }

    private Map<NodeId, String> volumes(Element element, GroupFrame group) {
        Map<NodeId, String> found = new HashMap<>();
        for (Element server : element.children("server")) {
            String name = server.attribute("name");
            Optional<NodeId> node = known(name);
            if (node.isEmpty()) {
                notes.problem(server, "there is no server " + name);
                continue;
            }
            Optional<Element> guid = server.find("parameters/volumeguid");
            if (guid.isEmpty() || guid.get().text().isEmpty()) {
                continue; // told for each node that needs it
            }
            String volume = volume(guid.get().text());
            if (found.put(node.get(), volume) != null) {
                notes.problem(server, "server " + name + " is named twice");
            }
            if (group.servers().stream().noneMatch(it -> it.node().equals(node.get()))) {
                notes.leftOut(server, "the group does not run on this server");
            } else if (notes.check(guid.get(), () -> new PartitionSpec("p", "Q:\\", Map.of(name, volume)).build())) {
                notes.kept(guid.get(), "the volume " + volume);
            }
        }
        return found;
    }

    private Optional<NodeId> known(String name) {
        try {
            NodeId node = NodeId.of(name);
            return servers.stream().map(Server::node).filter(node::equals).findFirst();
        } catch (DefinitionException e) {
            return Optional.empty(); // no server can be named so
        }
    }

    private static String volume(String guid) {
        if (guid.startsWith("\\\\?\\")) {
            return guid.endsWith("\\") ? guid : guid + "\\";
        }
        String bare = guid.startsWith("{") && guid.endsWith("}") ? guid.substring(1, guid.length() - 1) : guid;
        return "\\\\?\\Volume{" + bare + "}\\";
    }

    private static String mountPoint(String drive) {
        String path = drive.length() == 1 ? drive + ":" : drive;
        return path.endsWith("\\") ? path : path + "\\";
    }
}
