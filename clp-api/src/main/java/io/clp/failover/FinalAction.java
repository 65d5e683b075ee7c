package io.clp.failover;

import io.clp.GroupId;
import io.clp.NodeId;
import java.util.Objects;

/**
 * What happens to a group that failed and can neither be restarted nor failed over any more. Runs once for each such failure, on the node
 * that has the group, and not where no other node of the group's list is alive, unless it is asked {@link #evenAlone()}. Immutable; a
 * {@linkplain #of user's own} is as thread-safe as the user makes it.
 */
public final class FinalAction {
    private static final FinalAction NONE = new FinalAction(Kind.NONE, "none", failed -> {}, false);
    private static final FinalAction STOP_GROUP =
            new FinalAction(Kind.STOP_GROUP, "stop the group", failed -> {}, false);
    private static final FinalAction STOP_MEMBER =
            new FinalAction(Kind.STOP_MEMBER, "stop the member", failed -> {}, false);

    private final Kind kind;
    private final String name;
    private final Body body;
    private final boolean alone;

    private FinalAction(Kind kind, String name, Body body, boolean alone) {
        this.kind = kind;
        this.name = name;
        this.body = body;
        this.alone = alone;
    }

    /** {@return nothing: the group stays as it is, and the failure is reported} */
    public static FinalAction none() {
        return NONE;
    }

    /** {@return the group is stopped and stays stopped until it is started by hand} */
    public static FinalAction stopGroup() {
        return STOP_GROUP;
    }

    /** {@return the member leaves the cluster: all its groups are stopped, and other nodes may take them} */
    public static FinalAction stopMember() {
        return STOP_MEMBER;
    }

    /**
     * Returns a user's own action: to restart the machine, or page someone.
     *
     * @param name what it is, for plans, reports and logs
     * @param body called on a thread of its own; what it throws is logged
     * @return the action
     */
    public static FinalAction of(String name, Body body) {
        return new FinalAction(
                Kind.OWN, Objects.requireNonNull(name, "name"), Objects.requireNonNull(body, "body"), false);
    }

    /** {@return the same action, which runs where no other node is alive too} */
    public FinalAction evenAlone() {
        return new FinalAction(kind, name, body, true);
    }

    /** {@return what kind of action it is} */
    public Kind kind() {
        return kind;
    }

    /** {@return what it is, in words} */
    public String name() {
        return name;
    }

    /** {@return what a user's own action does; nothing for the others} */
    public Body body() {
        return body;
    }

    /** {@return whether it runs where no other node is alive} */
    public boolean runsAlone() {
        return alone;
    }

    @Override
    public String toString() {
        return name + (alone ? " (even alone)" : "");
    }

    /** The kinds of final action. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** The group is stopped. */
        STOP_GROUP,
        /** The member leaves the cluster. */
        STOP_MEMBER,
        /** A user's own. */
        OWN
    }

    /** What a user's own final action does. */
    @FunctionalInterface
    public interface Body {
        /**
         * Runs the action.
         *
         * @param failed what failed
         * @throws Exception it did not work; logged
         */
        void run(Failed failed) throws Exception;
    }

    /**
     * What a final action is told.
     *
     * @param node where
     * @param group which group
     * @param why in words
     */
    public record Failed(NodeId node, GroupId group, String why) {}
}
