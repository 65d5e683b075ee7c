package io.clp.config.internal.read;

import io.clp.config.internal.read.Values.Figure;
import io.clp.config.internal.xml.Element;
import io.clp.failover.Exclusion;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of groups: when they start, move and return, beside which they may be, and for which they wait. */
final class AttributeReader {
    private static final int LONGEST = 86_400;

    private final Notes notes;
    private final Values values;
    private final Map<String, GroupFrame> groups;

    AttributeReader(Notes notes, Map<String, GroupFrame> groups) {
        this.notes = notes;
        values = new Values(notes);
        this.groups = groups;
    }

    boolean autoStart(GroupFrame group) {
        return values.flag(group.element(), "start", true);
    }

    FailoverPolicy failover(GroupFrame group) {
        FailoverPolicy.Builder builder = FailoverPolicy.builder()
                .automatic(values.flag(group.element(), "failover", true))
                .failback(values.flag(group.element(), "failback", false))
                .restarts(group.recovery().restarts())
                .finalAction(group.recovery().finalAction());
        int failovers = Math.min(group.recovery().failovers(), group.nodes().size() - 1);
        return (failovers > 0 ? builder.failovers(failovers) : builder).build();
    }

    PlacementPolicy placement(GroupFrame group) {
        Element element = group.element();
        PlacementPolicy.Builder builder = PlacementPolicy.builder().exclusion(exclusion(element));
        startsAfter(group).forEach(builder::startAfter);
        Optional<Figure> limit = values.number(element, "depend/act/timeout", 1, LONGEST);
        limit.ifPresent(it -> {
            builder.orderLimit(Duration.ofSeconds(it.value()));
            notes.differs(it.at(), "past it the group starts all the same");
        });
        for (Element depend : depends(group, "deact")) {
            stopWait(group, depend);
        }
        return builder.build();
    }

    private Exclusion exclusion(Element element) {
        Optional<Figure> found = values.number(element, "exclusive", 0, 2);
        if (found.isEmpty()) {
            return Exclusion.NONE;
        }
        Exclusion exclusion =
                switch (found.get().value()) {
                    case 0 -> Exclusion.NONE;
                    case 1 -> Exclusion.NORMAL;
                    default -> Exclusion.ABSOLUTE;
                };
        if (exclusion == Exclusion.NORMAL) {
            notes.differs(
                    found.get().at(), "prefers a node without another such group; the product's rule was not found");
        } else {
            notes.kept(found.get().at());
        }
        return exclusion;
    }

    private List<String> startsAfter(GroupFrame group) {
        List<String> after = new ArrayList<>();
        for (Element depend : depends(group, "act")) {
            GroupFrame other = other(group, depend);
            if (other == null) {
                continue;
            }
            after.add(other.id());
            notes.kept(depend, "starts after " + other.id());
            values.number(depend, "sameserver", 0, 1).ifPresent(it -> {
                if (it.value() == 0) {
                    notes.kept(it.at());
                } else {
                    notes.differs(it.at(), "the group waits wherever the other one starts");
                }
            });
        }
        return after;
    }

    private static List<Element> depends(GroupFrame group, String operation) {
        return group.element()
                .find("depend/" + operation)
                .map(it -> it.children("depend"))
                .orElse(List.of());
    }

    private void stopWait(GroupFrame group, Element depend) {
        GroupFrame other = other(group, depend);
        if (other == null) {
            return;
        }
        boolean reverse = depends(other, "act").stream()
                .anyMatch(it -> it.attribute("name").equals(group.name()));
        if (reverse) {
            notes.kept(depend, other.id() + " starts after this group, and so stops before it");
        } else {
            notes.leftOut(
                    depend,
                    "groups stop in the reverse order of their start; let " + other.id() + " start after this one");
        }
    }

    private @Nullable GroupFrame other(GroupFrame group, Element depend) {
        String name = depend.attribute("name");
        GroupFrame other = groups.get(name);
        if (other == null) {
            notes.problem(depend, "there is no group " + name);
        } else if (other == group) {
            notes.problem(depend, "a group does not wait for itself");
            return null;
        }
        return other;
    }
}
