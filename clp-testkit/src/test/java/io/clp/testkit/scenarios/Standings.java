package io.clp.testkit.scenarios;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.platform.ServiceState;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who has each group and how it stands on each node: what its controller knows, and what the machine really holds where that differs. */
final class Standings {
    private final FakeCluster cluster;
    private final Map<GroupDraft, FailoverGroup> groups;
    private final Map<GroupDraft, String> told = new LinkedHashMap<>();

    Standings(FakeCluster cluster, Map<GroupDraft, FailoverGroup> groups) {
        this.cluster = cluster;
        this.groups = groups;
    }

    /** Returns a line for each group that stands otherwise than it was told last. */
    List<String> news() {
        List<String> news = new ArrayList<>();
        groups.forEach((draft, group) -> {
            String now = of(draft, group);
            if (!now.equals(told.put(draft, now))) {
                news.add(now);
            }
        });
        return news;
    }

    private String of(GroupDraft draft, FailoverGroup group) {
        StringBuilder line = new StringBuilder("  = ").append(group.id()).append(": ");
        line.append(cluster.ownerOf(group).map(NodeId::value).orElse("nobody")).append(" has it; ");
        List<String> cells = new ArrayList<>();
        for (FakeNode node : cluster.nodes()) {
            NodeId id = NodeId.of(node.info().computerName());
            if (draft.isFor(id)) {
                cells.add(id + " " + on(node, draft, group));
            }
        }
        return line.append(String.join(", ", cells)).toString();
    }

    private static String on(FakeNode node, GroupDraft draft, FailoverGroup group) {
        if (!node.poweredOn()) {
            return "off";
        }
        List<String> held = held(node, draft);
        String holds = held.isEmpty() ? "" : " (" + String.join(", ", held) + " still there)";
        if (!node.processRuns()) {
            return "without a process" + holds;
        }
        GroupState state = node.controller().view(group).state();
        boolean asBelieved = state == GroupState.ONLINE ? held.size() == 3 : held.isEmpty();
        String found = held.isEmpty() ? "nothing" : String.join(" and ", held);
        return state + (asBelieved ? "" : " (" + found + " there)");
    }

    private static List<String> held(FakeNode node, GroupDraft draft) {
        List<String> held = new ArrayList<>();
        if (node.volume(draft.volume()).mounted()) {
            held.add("disk");
        }
        if (node.receives(draft.address())) {
            held.add("address");
        }
        if (node.services().state(draft.service()) != ServiceState.STOPPED) {
            held.add("app");
        }
        return held;
    }
}
