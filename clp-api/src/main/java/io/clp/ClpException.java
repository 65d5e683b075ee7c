package io.clp;

import io.clp.platform.WindowsErrors;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the environment or of a definition, with what was attempted, where, what Windows said, and what the caller can do.
 *
 * <p>Programming errors are the JDK's own exceptions; expected outcomes are values.
 */
public class ClpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Facts facts;
    private transient @Nullable NodeId nodeId;
    private transient @Nullable GroupId groupId;
    private transient @Nullable ResourceId resourceId;

    /**
     * What is known of a fault when it is made.
     *
     * @param attempted what was attempted, in words
     * @param advice what the caller can do, in words; empty where there is nothing better than the message
     * @param windowsCode the Windows error code, 0 where Windows said nothing
     */
    public record Facts(String attempted, String advice, int windowsCode) {
        /**
         * Returns the facts of an attempt of which nothing more is known.
         *
         * @param attempted in words, "start service W3SVC"
         * @return facts without advice and without a Windows error code
         */
        public static Facts of(String attempted) {
            return new Facts(attempted, "", 0);
        }

        /**
         * Returns these facts with an advice.
         *
         * @param text what the caller can do; takes the place of an advice given before
         * @return a copy that is otherwise the same
         */
        public Facts advice(String text) {
            return new Facts(attempted, text, windowsCode);
        }

        /**
         * Returns these facts with what Windows said.
         *
         * @param code the Windows error code (winerror.h), 0 where Windows said nothing
         * @return a copy that is otherwise the same
         */
        public Facts windows(int code) {
            return new Facts(attempted, advice, code);
        }
    }

    /**
     * Makes a fault.
     *
     * @param message what went wrong
     * @param facts what was attempted and what can be done
     * @param cause what led to it, or null
     */
    protected ClpException(String message, Facts facts, @Nullable Throwable cause) {
        super(message, cause);
        this.facts = Objects.requireNonNull(facts, "facts");
    }

    /** {@return what was attempted, in words} */
    public String attempted() {
        return facts.attempted();
    }

    /** {@return the node on which it was attempted, where that is known} */
    public synchronized Optional<NodeId> nodeId() {
        return Optional.ofNullable(nodeId);
    }

    /** {@return the group for which it was attempted, where that is known} */
    public synchronized Optional<GroupId> groupId() {
        return Optional.ofNullable(groupId);
    }

    /** {@return the resource for which it was attempted, where that is known} */
    public synchronized Optional<ResourceId> resourceId() {
        return Optional.ofNullable(resourceId);
    }

    /** {@return the Windows error code, where Windows gave one} */
    public OptionalInt windowsCode() {
        return facts.windowsCode() == 0 ? OptionalInt.empty() : OptionalInt.of(facts.windowsCode());
    }

    /** {@return the symbolic name of the Windows error code; empty where Windows gave none} */
    public String windowsName() {
        return facts.windowsCode() == 0 ? "" : WindowsErrors.nameOf(facts.windowsCode());
    }

    /** {@return what the caller can do, in words; empty where there is nothing better than the message} */
    public String advice() {
        return facts.advice();
    }

    /**
     * Says where it happened, unless that is known already. The engine calls this on what a resource throws.
     *
     * @param node the node
     * @param group the group, or null
     * @param resource the resource, or null
     * @return this
     */
    public final synchronized ClpException locate(NodeId node, @Nullable GroupId group, @Nullable ResourceId resource) {
        if (nodeId == null) {
            nodeId = node;
            groupId = group;
            resourceId = resource;
        }
        return this;
    }
}
