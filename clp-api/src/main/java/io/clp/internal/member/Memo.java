package io.clp.internal.member;

import io.clp.DefinitionException;
import io.clp.MoveKind;
import io.clp.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of a group tell their successors, kept beside its claim as lines of text. Times are those of the wall clock, in
 * milliseconds: they only count failures and let them be forgotten, and no safety rests on them.
 *
 * @param wish whether people want the group to run; null where nobody said so
 * @param failovers when it failed over
 * @param barred where it failed, when, and why
 * @param move the move under way, from the release to the next start; null where there is none
 * @param ended where its final action has run since it was well; null where it has not: a machine that was restarted for it must not be
 *     restarted again
 */
record Memo(
        @Nullable Boolean wish,
        List<Long> failovers,
        Map<NodeId, Bar> barred,
        @Nullable Moving move,
        @Nullable NodeId ended) {
    static final Memo EMPTY = new Memo(null, List.of(), Map.of(), null, null);

    /** As many as a policy can count. */
    private static final int MOST_FAILOVERS = 99;

    private static final int LONGEST = 4_096;
    private static final int LONGEST_REASON = 200;

    Memo {
        failovers = List.copyOf(failovers.subList(Math.max(0, failovers.size() - MOST_FAILOVERS), failovers.size()));
        barred = Collections.unmodifiableMap(new LinkedHashMap<>(barred));
    }

    /**
     * A node on which the group must not be started.
     *
     * @param at since when
     * @param why in words
     */
    record Bar(long at, String why) {}

    /**
     * A move.
     *
     * @param kind why
     * @param from the node that released the group
     */
    record Moving(MoveKind kind, NodeId from) {}

    Memo wish(boolean runs) {
        return new Memo(runs, failovers, barred, move, ended);
    }

    Memo move(@Nullable Moving moving) {
        return new Memo(wish, failovers, barred, moving, ended);
    }

    Memo ended(@Nullable NodeId node) {
        return new Memo(wish, failovers, barred, move, node);
    }

    Memo failover(long at) {
        List<Long> more = new ArrayList<>(failovers);
        more.add(at);
        return new Memo(wish, more, barred, move, ended);
    }

    Memo bar(NodeId node, long at, String why) {
        Map<NodeId, Bar> more = new LinkedHashMap<>(barred);
        more.put(node, new Bar(at, shortened(why)));
        return new Memo(wish, failovers, more, move, ended);
    }

    Memo unbar(NodeId node) {
        Map<NodeId, Bar> fewer = new LinkedHashMap<>(barred);
        fewer.remove(node);
        return new Memo(wish, failovers, fewer, move, ended);
    }

    /** Returns this memo as if nothing had failed. */
    Memo forgiven() {
        return new Memo(wish, List.of(), Map.of(), move, null);
    }

    /** Returns how many failures it has. */
    int failures() {
        return failovers.size() + barred.size();
    }

    /** Returns this memo without what is older than it counts. */
    Memo without(long failoversBefore, long barsBefore) {
        if (!anyBefore(failoversBefore, barsBefore)) {
            return this;
        }
        Map<NodeId, Bar> fewer = new LinkedHashMap<>(barred);
        fewer.values().removeIf(it -> it.at() < barsBefore);
        return new Memo(
                wish, failovers.stream().filter(it -> it >= failoversBefore).toList(), fewer, move, ended);
    }

    private boolean anyBefore(long failoversBefore, long barsBefore) {
        if (failovers.isEmpty() && barred.isEmpty()) { // as nearly always, and asked at each look
            return false;
        }
        for (long failover : failovers) {
            if (failover < failoversBefore) {
                return true;
            }
        }
        for (Bar bar : barred.values()) {
            if (bar.at() < barsBefore) {
                return true;
            }
        }
        return false;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (wish != null) {
            text.append("wish=").append(wish ? "run" : "stopped").append('\n');
        }
        if (move != null) {
            text.append("move=")
                    .append(move.kind())
                    .append(' ')
                    .append(move.from())
                    .append('\n');
        }
        if (ended != null) {
            text.append("ended=").append(ended).append('\n');
        }
        failovers.forEach(it -> text.append("failover=").append(it).append('\n'));
        for (Map.Entry<NodeId, Bar> it : barred.entrySet()) {
            String line = "barred=" + it.getKey() + " " + it.getValue().at() + " "
                    + it.getValue().why() + "\n";
            if (text.length() + line.length() <= LONGEST) {
                text.append(line);
            }
        }
        return text.toString();
    }

    /** Reads a memo. What this version does not understand is left out: another one may have written it. */
    static Memo parse(String text) {
        Memo memo = EMPTY;
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                memo = memo.with(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return memo;
    }

    private Memo with(String key, String value) {
        try {
            String[] parts = value.split(" ", 3);
            return switch (key) {
                case "wish" -> wish(value.equals("run"));
                case "ended" -> ended(NodeId.of(value));
                case "failover" -> failover(Long.parseLong(value));
                case "move" -> move(new Moving(MoveKind.valueOf(parts[0]), NodeId.of(parts[1])));
                case "barred" -> bar(NodeId.of(parts[0]), Long.parseLong(parts[1]), parts[2]);
                default -> this;
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DefinitionException e) {
            return this; // written by somebody else; the rest may still be of use
        }
    }

    private static String shortened(String why) {
        String line = why.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 3) + "...";
    }
}
