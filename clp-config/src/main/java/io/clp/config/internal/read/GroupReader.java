package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads which groups there are, on which nodes, and with which resources. */
final class GroupReader {
    private static final int MOST = 9_999;
    private static final int MOST_RESOURCES = 256;
    private static final int MOST_WAITS = 256;

    private final Notes notes;
    private final Values values;
    private final List<Server> servers;
    private final ResourceIndex index;
    private final Ids ids;

    GroupReader(Notes notes, List<Server> servers, ResourceIndex index, Ids ids) {
        this.notes = notes;
        values = new Values(notes);
        this.servers = servers;
        this.index = index;
        this.ids = ids;
    }

    /** Returns the groups by name. */
    Map<String, GroupFrame> read(Element root) {
        Map<String, GroupFrame> groups = new LinkedHashMap<>();
        List<Element> elements = root.children("group");
        if (elements.isEmpty()) {
            notes.problem(root, "there is no group");
        }
        elements.forEach(it -> ids.reserve(it.attribute("name")));
        for (Element element : elements) {
            String name = element.attribute("name");
            if (name.isEmpty()) {
                notes.problem(element, "a group without a name");
                continue;
            }
            int before = notes.problemCount();
            GroupFrame frame = new GroupFrame(element, ids.of(name, "group"), hosts(element));
            GroupFrame other = groups.putIfAbsent(name, frame);
            if (other != null) {
                notes.problem(
                        element,
                        "two groups are named " + name + "; the other one is in line "
                                + other.element().place().line());
                continue;
            }
            members(frame);
            for (String operation : List.of("depend/act", "depend/deact")) {
                List<Element> waits =
                        element.find(operation).map(it -> it.children("depend")).orElse(List.of());
                if (waits.size() > MOST_WAITS) {
                    notes.problem(waits.get(MOST_WAITS), "more than " + MOST_WAITS + " groups to wait for");
                }
            }
            if (notes.problemCount() > before) {
                frame.breakIt();
            }
        }
        return groups;
    }

    private List<Server> hosts(Element element) {
        List<Element> policies = element.children("policy");
        if (policies.isEmpty()) {
            return servers;
        }
        if (policies.size() > ServerReader.MOST_SERVERS) {
            notes.problem(
                    policies.get(ServerReader.MOST_SERVERS), "more than " + ServerReader.MOST_SERVERS + " servers");
            return List.of();
        }
        Map<Integer, Server> byOrder = new TreeMap<>();
        List<String> seen = new ArrayList<>();
        for (Element policy : policies) {
            String name = policy.attribute("name");
            Optional<Server> server = servers.stream()
                    .filter(it -> it.node().value().equalsIgnoreCase(name))
                    .findFirst();
            Optional<Values.Figure> order = values.number(policy, "order", 0, MOST);
            order.ifPresent(it -> notes.kept(it.at(), "the order of nodes"));
            int place = order.map(Values.Figure::value).orElse(MOST + seen.size() + 1);
            if (server.isEmpty()) {
                notes.problem(policy, "there is no server " + name);
            } else if (seen.contains(name.toLowerCase(Locale.ROOT))) {
                notes.problem(policy, "server " + name + " is named twice");
            } else if (byOrder.putIfAbsent(place, server.get()) != null) {
                notes.problem(policy, "another server has the order " + place + " too");
            } else {
                notes.kept(policy);
            }
            seen.add(name.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(byOrder.values());
    }

    private void members(GroupFrame frame) {
        List<Element> references = frame.element().children("resource");
        if (references.size() > MOST_RESOURCES) {
            notes.problem(references.get(MOST_RESOURCES), "a group of more than " + MOST_RESOURCES + " resources");
            return;
        }
        for (Element reference : references) {
            String text = reference.attribute("name");
            int at = text.indexOf('@');
            if (at <= 0 || at == text.length() - 1) {
                notes.problem(reference, "\"" + text + "\" is not of the form TYPE@NAME");
                continue;
            }
            Optional<Found> found =
                    index.find(text.substring(at + 1)).filter(it -> it.type().equals(text.substring(0, at)));
            if (found.isEmpty()) {
                notes.problem(reference, "there is no resource " + text);
                continue;
            }
            if (!frame.add(new Member(found.get(), reference))) {
                notes.problem(reference, "resource " + text + " is named twice");
            } else if (!index.use(found.get())) {
                notes.problem(reference, "another group has the resource " + text + " too");
            }
            notes.kept(reference);
        }
    }
}
