package io.clp.internal.plan;

import io.clp.ClpException;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.failover.Exclusion;
import io.clp.failover.FinalAction;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Picture.Ownership;
import io.clp.internal.plan.Picture.Truth;
import io.clp.internal.plan.Picture.Wish;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as text. A line {@code node SV1 lost} tells of a node, {@code group web on SV1 SV2} of a new group and {@code group web} of one
 * that was told of before; the indented lines behind it say what is known of it. Not thread-safe.
 */
final class PictureText {
    private static final String GROUP_LINES =
            "a group's line begins with one of: resources, failovers, manual, failback, final action,"
                    + " exclusive, after, same as, never with, held by, free, unknown, stopped, wanted, failed, recovered, target, no target,"
                    + " barred, nothing barred, failed over, waited, starts as, ended, on, nothing found";

    private final Map<NodeId, NodeStatus> nodes = new LinkedHashMap<>();
    private final Map<String, GroupDraft> groups = new LinkedHashMap<>();
    private @Nullable GroupDraft current;

    /** Reads a line; an empty one and one that begins with # say nothing. */
    void line(int number, String line) {
        try {
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line);
            }
        } catch (WrongLineException | ClpException e) {
            throw new IllegalArgumentException("line " + number + ", \"" + line.strip() + "\": " + e.getMessage(), e);
        }
    }

    /** Returns what was read so far. */
    Picture picture() {
        return new Picture(
                nodes.entrySet().stream()
                        .map(it -> new Picture.Node(it.getKey(), it.getValue()))
                        .toList(),
                groups.values().stream().map(GroupDraft::build).toList());
    }

    private void read(String line) {
        if (line.startsWith(" ")) {
            if (current == null) {
                throw new WrongLineException("an indented line belongs to a group, and there is none above it");
            }
            ofGroup(current, line.strip());
            return;
        }
        List<String> words = List.of(line.strip().split("\\s+"));
        if (words.get(0).equals("node") && words.size() == 3) {
            nodes.put(NodeId.of(words.get(1)), oneOf(NodeStatus.class, words.get(2)));
        } else if (words.get(0).equals("group") && words.size() == 2) {
            current = groups.get(words.get(1));
            if (current == null) {
                throw new WrongLineException("there is no group " + words.get(1) + " above; a new one is \"group "
                        + words.get(1) + " on SV1 SV2\"");
            }
        } else if (words.get(0).equals("group")
                && words.size() > 3
                && words.get(2).equals("on")) {
            current = new GroupDraft(words.get(1), words.subList(3, words.size()));
            if (groups.putIfAbsent(words.get(1), current) != null) {
                throw new WrongLineException("there is a group " + words.get(1) + " above");
            }
        } else {
            throw new WrongLineException(
                    "expected \"node NAME STATUS\", \"group NAME on NODES\", \"group NAME\" or \"plan\"");
        }
    }

    private void ofGroup(GroupDraft group, String line) {
        if (!definition(group, line) && !state(group, line)) {
            throw new WrongLineException(GROUP_LINES);
        }
    }

    private static boolean definition(GroupDraft group, String line) {
        String rest = line.substring(line.lastIndexOf(' ') + 1);
        if (line.startsWith("resources ")) {
            group.resources.addAll(words(line, 1));
        } else if (line.startsWith("failovers ")) {
            group.failover.failovers(number(rest));
        } else if (line.equals("manual")) {
            group.failover.automatic(false);
        } else if (line.equals("failback")) {
            group.failover.failback(true);
        } else if (line.startsWith("final action ")) {
            group.finalAction(finalAction(line.substring("final action ".length())));
        } else if (line.startsWith("exclusive ")) {
            group.placement.exclusion(oneOf(Exclusion.class, rest));
        } else if (line.startsWith("after ")) {
            group.placement.startAfter(words(line, 1).toArray(new String[0]));
        } else if (line.startsWith("same as ")) {
            group.placement.sameNodeAs(words(line, 2).toArray(new String[0]));
        } else if (line.startsWith("never with ")) {
            group.placement.neverWith(words(line, 2).toArray(new String[0]));
        } else {
            return false;
        }
        return true;
    }

    private boolean state(GroupDraft group, String line) {
        String last = line.substring(line.lastIndexOf(' ') + 1);
        if (line.startsWith("held by ")) {
            List<String> words = words(line, 2);
            String state = words.size() < 2 ? "" : String.join("_", words.subList(1, words.size()));
            group.held(node(words.get(0)), oneOf(GroupState.class, state));
        } else if (line.equals("free")) {
            group.free(Optional.empty());
        } else if (line.startsWith("free for ")) {
            group.free(Optional.of(node(last)));
        } else if (line.startsWith("unknown: ")) {
            group.ownership = new Ownership.Unknown(text(line));
        } else if (line.equals("stopped")) {
            group.wish = Wish.STOPPED;
        } else if (line.equals("wanted")) {
            group.wish = Wish.RUN;
        } else if (line.startsWith("failed: ")) {
            group.failed = Optional.of(text(line));
        } else if (line.equals("recovered")) {
            group.calm();
        } else if (line.startsWith("target ")) {
            group.target = Optional.of(NodeId.of(last));
        } else if (line.equals("no target")) {
            group.target = Optional.empty();
        } else {
            return counts(group, line, last);
        }
        return true;
    }

    private boolean counts(GroupDraft group, String line, String last) {
        if (line.startsWith("barred ") && line.contains(": ")) {
            group.barred.put(node(line.substring("barred ".length(), line.indexOf(": "))), text(line));
        } else if (line.equals("nothing barred")) {
            group.barred.clear();
        } else if (line.startsWith("failed over ")) {
            group.failovers = number(last);
        } else if (line.equals("waited")) {
            group.waited = true;
        } else if (line.startsWith("starts as ")) {
            group.cause = oneOf(StartCause.class, last);
        } else if (line.equals("ended")) {
            group.ended = true;
        } else if (line.startsWith("on ") && line.contains(": ")) {
            truth(group, line);
        } else if (line.equals("nothing found")) {
            group.truth.clear();
        } else {
            return false;
        }
        return true;
    }

    private void truth(GroupDraft group, String line) {
        Map<ResourceId, Truth> found = new LinkedHashMap<>();
        for (String each : text(line).split(", ", -1)) {
            List<String> words = words(each, 0);
            if (words.size() != 2) {
                throw new WrongLineException("expected \"on NODE: RESOURCE STATE, RESOURCE STATE\"");
            }
            found.put(ResourceId.of(words.get(0)), oneOf(Truth.class, words.get(1)));
        }
        group.truth.put(node(line.substring("on ".length(), line.indexOf(": "))), found);
    }

    private static FinalAction finalAction(String text) {
        boolean alone = text.endsWith(" even alone");
        String name = alone ? text.substring(0, text.length() - " even alone".length()) : text;
        FinalAction action =
                switch (name) {
                    case "none" -> FinalAction.none();
                    case "stop the group" -> FinalAction.stopGroup();
                    case "stop the member" -> FinalAction.stopMember();
                    default -> FinalAction.of(name, failed -> {});
                };
        return alone ? action.evenAlone() : action;
    }

    private NodeId node(String name) {
        NodeId id = NodeId.of(name);
        if (!nodes.containsKey(id)) {
            throw new WrongLineException("there is no node " + name + " above");
        }
        return id;
    }

    private static List<String> words(String line, int without) {
        List<String> words = Arrays.asList(line.split("\\s+"));
        return words.subList(without, words.size());
    }

    private static String text(String line) {
        return line.substring(line.indexOf(": ") + 2);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new WrongLineException("expected a number, not " + text, e);
        }
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        throw new WrongLineException("expected one of "
                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + ", not \"" + name + "\"");
    }

    /** A line that cannot be read; says why. */
    private static final class WrongLineException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongLineException(String why) {
            super(why);
        }

        WrongLineException(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
