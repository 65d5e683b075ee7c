package io.clp.internal.member;

import io.clp.GroupController;
import io.clp.failover.ClusterMember;
import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import io.clp.internal.definition.Problems;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes members. */
public final class Members {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    private Members() {}

    /** Returns a builder; see {@link ClusterMember#builder}. */
    public static ClusterMember.Builder builder(GroupController controller, Coordination coordination) {
        return new Builder(
                Objects.requireNonNull(controller, "controller"), Objects.requireNonNull(coordination, "coordination"));
    }

    private static final class Builder implements ClusterMember.Builder {
        private final GroupController controller;
        private final Coordination coordination;
        private Fencer fencer = Fencer.none();
        private boolean acceptsUnfenced;
        private @Nullable Duration lookEvery;
        private Duration patience = Duration.ofSeconds(30);
        private Duration waitForNodes = Duration.ofSeconds(30);

        Builder(GroupController controller, Coordination coordination) {
            this.controller = controller;
            this.coordination = coordination;
        }

        @Override
        public ClusterMember.Builder fencer(Fencer who) {
            fencer = Objects.requireNonNull(who, "fencer");
            return this;
        }

        @Override
        public ClusterMember.Builder acceptUnfenced() {
            acceptsUnfenced = true;
            return this;
        }

        @Override
        public ClusterMember.Builder lookEvery(Duration interval) {
            lookEvery = Objects.requireNonNull(interval, "interval");
            return this;
        }

        @Override
        public ClusterMember.Builder patience(Duration limit) {
            patience = Objects.requireNonNull(limit, "patience");
            return this;
        }

        @Override
        public ClusterMember.Builder waitForNodes(Duration limit) {
            waitForNodes = Objects.requireNonNull(limit, "limit");
            return this;
        }

        @Override
        public ClusterMember build() {
            Problems problems = new Problems("member " + controller.nodeId());
            Duration third = coordination.session().map(it -> it.dividedBy(3)).orElse(LONGEST);
            Duration look = lookEvery != null ? lookEvery : third.compareTo(LOOK) < 0 ? third : LOOK;
            problems.duration("lookEvery", look, LONGEST);
            problems.duration("patience", patience, LONGEST);
            problems.durationBetween("waitForNodes", waitForNodes, Duration.ZERO, LONGEST);
            if (look.compareTo(third) > 0) {
                problems.add(
                        "lookEvery",
                        look,
                        "a lost node must be noticed within the session: lookEvery <= session / 3 = " + third);
            }
            problems.throwIfAny();
            MemberSettings settings = new MemberSettings(
                    controller.nodeId(),
                    acceptsUnfenced,
                    patience.toNanos(),
                    waitForNodes.toNanos(),
                    coordination.session().map(Duration::toNanos).orElse(0L));
            return new NodeMember(new MemberLoop.Parts(controller, coordination, fencer, settings, look));
        }
    }
}
