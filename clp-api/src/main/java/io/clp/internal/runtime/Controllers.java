package io.clp.internal.runtime;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupListener;
import io.clp.NodeId;
import io.clp.internal.definition.GroupsTogether;
import io.clp.internal.definition.Problems;
import io.clp.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Makes controllers. */
public final class Controllers {
    private Controllers() {}

    /** Returns a builder; see {@link GroupController#builder(NodeId, Platform)}. */
    public static GroupController.Builder builder(NodeId node, Platform platform) {
        return new Builder(Objects.requireNonNull(node, "node"), Objects.requireNonNull(platform, "platform"));
    }

    private static final class Builder implements GroupController.Builder {
        private final NodeId node;
        private final Platform platform;
        private final List<FailoverGroup> groups = new ArrayList<>();
        private final List<GroupListener> listeners = new ArrayList<>();
        private @Nullable Executor listenerExecutor;
        private int hungCallLimit = 32;

        Builder(NodeId node, Platform platform) {
            this.node = node;
            this.platform = platform;
        }

        @Override
        public GroupController.Builder groups(FailoverGroup... more) {
            groups.addAll(List.of(more));
            return this;
        }

        @Override
        public GroupController.Builder listener(GroupListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        @Override
        public GroupController.Builder listenerExecutor(Executor executor) {
            listenerExecutor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        @Override
        public GroupController.Builder hungCallLimit(int calls) {
            hungCallLimit = calls;
            return this;
        }

        @Override
        public GroupController build() {
            Problems problems = new Problems("controller of " + node);
            problems.range("hungCallLimit", hungCallLimit, 1, 1_000);
            problems.addFrom(() -> GroupsTogether.check(groups));
            problems.throwIfAny();
            NodeController controller = new NodeController(node, platform, groups, listenerExecutor, hungCallLimit);
            listeners.forEach(controller::subscribe);
            return controller;
        }
    }
}
