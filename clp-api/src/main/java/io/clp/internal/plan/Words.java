package io.clp.internal.plan;

import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.internal.plan.Picture.Ownership;
import java.time.Duration;
import java.util.List;

/** What the planner says to people. */
final class Words {
    private static final int NAMED = 3;

    private final Index index;
    /** Of each node, why it was chosen; made once, because it is said of many groups. */
    private final String[] first;

    private final String[] able;

    Words(Index index) {
        this.index = index;
        first = new String[index.nodeCount()];
        able = new String[index.nodeCount()];
        for (int n = 0; n < first.length; n++) {
            first[n] = index.node(n) + " is the first of its list";
            able[n] = first[n] + " that can take it";
        }
    }

    /** Returns why a node cannot take a group, as a sentence about the node or the group. */
    String bar(int g, int n, long bar) {
        String other = index.id(Bar.groupIn(bar)).value();
        return switch (Bar.in(bar)) {
            case NOT_LISTED -> "it is not in the group's list";
            case AWAITED -> "it has not come yet, and may";
            case LOST -> "it is lost";
            case FENCED -> "it was fenced";
            case STANDBY -> "it is on standby and takes nothing more";
            case DRAINING -> "it is draining and takes nothing more";
            case BARRED -> "it is barred: " + index.group(g).barred().get(index.node(n));
            case WITHOUT -> other + " is not there, and the group is only where it is";
            case WITHOUT_YET -> "where " + other + " will be is not known yet, and the group is only where it is";
            case WITHOUT_ONLINE -> "it waits for " + other + ", " + state(Bar.groupIn(bar));
            case NEVER -> other + " is there, and the two are never on one node";
            case NEVER_PERHAPS -> other + " may be there, and the two are never on one node";
            case EXCLUSIVE -> other + " is there, and one of the two shares its node with no other exclusive group";
            case EXCLUSIVE_PERHAPS ->
                other + " may be there, and one of the two shares its node with no other exclusive group";
        };
    }

    /** Returns the group's state on its owner. */
    String state(int g) {
        if (!index.known[g]) {
            return "of which it is not known who has it";
        }
        if (index.owner[g] == Index.NONE) {
            return "which no node has";
        }
        NodeId owner = index.node(index.owner[g]);
        if (!index.inContact(index.owner[g])) {
            return "which was on " + owner;
        }
        return switch (index.state[g]) {
            case ONLINE -> "which is online on " + owner;
            case OFFLINE -> "which is offline on " + owner;
            case ONLINE_PENDING -> "which is starting on " + owner;
            case OFFLINE_PENDING -> "which is stopping on " + owner;
            case ONLINE_FAILURE -> "which has failed on " + owner;
            case OFFLINE_FAILURE -> "which could not be stopped on " + owner;
            case UNKNOWN -> "whose state on " + owner + " is not known";
        };
    }

    /** Returns why a group stays on its owner as it is. */
    static String stays(GroupState state) {
        return switch (state) {
            case ONLINE -> "it is online there";
            case ONLINE_FAILURE -> "it has failed there, but may still be recovered there";
            case ONLINE_PENDING -> "it is starting there";
            case OFFLINE_PENDING -> "it is stopping there; what comes then is decided then";
            case OFFLINE_FAILURE ->
                "its stop failed there; it stays until the stop is completed or that node was fenced";
            case UNKNOWN -> "its state there is not known";
            case OFFLINE -> "it is offline there";
        };
    }

    /** Returns why a node was chosen. */
    String choice(int g, int n) {
        return index.list[g][0] == n ? first[n] : able[n];
    }

    /** Returns what is not known of a group's ownership. */
    String unknown(int g) {
        return index.group(g).ownership() instanceof Ownership.Unknown it
                ? "who has it is not known: " + it.why()
                : "who has it is known";
    }

    /** Returns the names of groups, the first few of them. */
    String groups(List<Integer> groups) {
        StringBuilder text = new StringBuilder();
        int named = groups.size() == NAMED + 1 ? NAMED + 1 : Math.min(NAMED, groups.size());
        for (int i = 0; i < named; i++) {
            text.append(i == 0 ? "" : i == groups.size() - 1 ? " and " : ", ").append(index.id(groups.get(i)));
        }
        if (named < groups.size()) {
            text.append(" and ").append(groups.size() - named).append(" more groups");
        }
        return text.toString();
    }

    /** Returns a period as people write it. */
    static String period(Duration period) {
        StringBuilder text = new StringBuilder();
        append(text, period.toDays(), "d");
        append(text, period.toHoursPart(), "h");
        append(text, period.toMinutesPart(), "min");
        append(text, period.toSecondsPart(), "s");
        append(text, period.toMillisPart(), "ms");
        return text.isEmpty() ? period.toString() : text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
        }
    }
}
