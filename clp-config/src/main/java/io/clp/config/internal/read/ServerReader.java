package io.clp.config.internal.read;

import io.clp.NodeId;
import io.clp.config.internal.xml.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the servers. */
final class ServerReader {
    /** The most servers that a file may have; the product's own limit is lower. */
    static final int MOST_SERVERS = 64;

    private static final int MOST = 9_999;

    private final Notes notes;
    private final Values values;
    private final Map<NodeId, Server> servers = new LinkedHashMap<>();
    private final Map<Integer, Element> byPriority = new LinkedHashMap<>();

    ServerReader(Notes notes) {
        this.notes = notes;
        values = new Values(notes);
    }

    /** Returns the servers, the highest priority first. */
    List<Server> read(Element root) {
        List<Element> elements = root.children("server");
        if (elements.isEmpty()) {
            notes.problem(root, "there is no server: no node can host a group");
        }
        if (elements.size() > MOST_SERVERS) {
            notes.problem(elements.get(MOST_SERVERS), "more than " + MOST_SERVERS + " servers");
            return List.of();
        }
        elements.forEach(this::server);
        List<Server> sorted = new ArrayList<>(servers.values());
        sorted.sort(Comparator.comparingInt(Server::priority));
        return List.copyOf(sorted);
    }

    private void server(Element element) {
        int priority = priority(element);
        String name = element.attribute("name");
        if (!notes.check(element, () -> NodeId.of(name))) {
            return;
        }
        List<String> addresses = element.children("device").stream()
                .map(it -> it.text("info"))
                .filter(it -> !it.isEmpty())
                .toList();
        Server server = new Server(NodeId.of(name), priority, addresses);
        if (servers.putIfAbsent(server.node(), server) != null) {
            notes.problem(element, "two servers are named " + name);
        }
        notes.kept(element, "node " + name);
    }

    private int priority(Element element) {
        Optional<Values.Figure> found = values.number(element, "priority", 0, MOST);
        if (found.isEmpty()) {
            return MOST + byPriority.size() + 1;
        }
        Element before = byPriority.putIfAbsent(found.get().value(), element);
        if (before != null) {
            notes.problem(found.get().at(), "server " + before.attribute("name") + " has the same priority");
        }
        notes.kept(found.get().at(), "the order of nodes");
        return found.get().value();
    }
}
