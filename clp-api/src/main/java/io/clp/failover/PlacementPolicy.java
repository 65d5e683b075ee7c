package io.clp.failover;

import io.clp.DefinitionException;
import io.clp.GroupId;
import io.clp.internal.definition.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Where a group may be beside other groups, and in which order it starts and stops with them. An immutable value of the definition. The
 * groups that it names need not exist; a name that no group has means nothing.
 *
 * @param exclusion whether it shares its node with other exclusive groups; {@link Exclusion#NONE} by default
 * @param startAfter it starts when these are online, wherever, and stops before they do
 * @param orderLimit how long it waits for them, positive and at most a day; 30 minutes by default. After it the group starts all the
 *     same, and that is logged
 * @param sameNodeAs it is only where these are
 * @param neverWith it is never where one of these is
 */
public record PlacementPolicy(
        Exclusion exclusion,
        List<GroupId> startAfter,
        Duration orderLimit,
        List<GroupId> sameNodeAs,
        List<GroupId> neverWith) {
    private static final PlacementPolicy DEFAULTS =
            new PlacementPolicy(Exclusion.NONE, List.of(), Duration.ofMinutes(30), List.of(), List.of());

    /**
     * Checks the values.
     *
     * @param exclusion any
     * @param startAfter each counts once
     * @param orderLimit positive, at most a day
     * @param sameNodeAs each counts once
     * @param neverWith none of those above
     * @throws DefinitionException the limit is out of its range, or a group is to be on the same node and never with
     */
    public PlacementPolicy {
        Objects.requireNonNull(exclusion, "exclusion");
        startAfter = List.copyOf(new LinkedHashSet<>(startAfter));
        sameNodeAs = List.copyOf(new LinkedHashSet<>(sameNodeAs));
        neverWith = List.copyOf(new LinkedHashSet<>(neverWith));
        Problems problems = new Problems("placement policy");
        problems.duration("orderLimit", orderLimit, Duration.ofDays(1));
        for (GroupId other : neverWith) {
            if (sameNodeAs.contains(other)) {
                problems.add("neverWith", other, "the group is also to be on the same node as it");
            }
        }
        problems.throwIfAny();
    }

    /** {@return the policy of a group for which nothing is said} */
    public static PlacementPolicy defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that begins with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. Not thread-safe. */
    public static final class Builder {
        private Exclusion exclusion = DEFAULTS.exclusion;
        private Duration orderLimit = DEFAULTS.orderLimit;
        private final List<String> startAfter = new ArrayList<>();
        private final List<String> sameNodeAs = new ArrayList<>();
        private final List<String> neverWith = new ArrayList<>();

        private Builder() {}

        /**
         * Sets whether the group shares its node with other exclusive groups.
         *
         * @param value {@link Exclusion#NONE} where this is not called
         * @return this
         */
        public Builder exclusion(Exclusion value) {
            exclusion = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Names groups that must be online, on whatever node, before this one starts, and that stop after it. Called again it adds further
         * ones.
         *
         * @param groups ids
         * @return this
         */
        public Builder startAfter(String... groups) {
            startAfter.addAll(List.of(groups));
            return this;
        }

        /**
         * Sets how long the group waits for those it starts after.
         *
         * @param limit positive, at most a day; 30 minutes where this is not called
         * @return this
         */
        public Builder orderLimit(Duration limit) {
            orderLimit = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * Names groups without which this one is on no node. Called again it adds further ones.
         *
         * @param groups ids
         * @return this
         */
        public Builder sameNodeAs(String... groups) {
            sameNodeAs.addAll(List.of(groups));
            return this;
        }

        /**
         * Names groups that this one never shares a node with; it holds both ways. Called again it adds further ones.
         *
         * @param groups ids
         * @return this
         */
        public Builder neverWith(String... groups) {
            neverWith.addAll(List.of(groups));
            return this;
        }

        /**
         * Builds the policy.
         *
         * @return an immutable policy
         * @throws DefinitionException a value is out of its range, a name is not one, or two wishes contradict each other; all are named
         */
        public PlacementPolicy build() {
            Problems problems = new Problems("placement policy");
            List<GroupId> after = ids(startAfter, problems);
            List<GroupId> same = ids(sameNodeAs, problems);
            List<GroupId> never = ids(neverWith, problems);
            problems.addFrom(() -> new PlacementPolicy(exclusion, after, orderLimit, same, never));
            problems.throwIfAny();
            return new PlacementPolicy(exclusion, after, orderLimit, same, never);
        }

        private static List<GroupId> ids(List<String> names, Problems problems) {
            List<GroupId> ids = new ArrayList<>();
            names.forEach(it -> problems.addFrom(() -> ids.add(GroupId.of(it))));
            return ids;
        }
    }
}
