package io.clp.internal.plan;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.FinalAction;
import io.clp.failover.PlacementPolicy;
import io.clp.internal.plan.Picture.Ownership;
import io.clp.internal.plan.Picture.Truth;
import io.clp.internal.plan.Picture.Wish;
import io.clp.internal.script.Piece;
import io.clp.resource.ResourceTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group of a picture that is being made or changed. */
final class GroupDraft {
    final String id;
    final List<String> nodes;
    final List<String> resources = new ArrayList<>();
    final FailoverPolicy.Builder failover = FailoverPolicy.builder();
    final PlacementPolicy.Builder placement = PlacementPolicy.builder();

    Ownership ownership = new Ownership.Free(Optional.empty());
    Wish wish = Wish.RUN;
    GroupState state = GroupState.OFFLINE;
    Optional<String> failed = Optional.empty();
    Optional<NodeId> target = Optional.empty();
    final Map<NodeId, String> barred = new LinkedHashMap<>();
    int failovers;
    boolean waited;
    final Map<NodeId, Map<ResourceId, Truth>> truth = new LinkedHashMap<>();
    StartCause cause = StartCause.START;
    boolean ended;

    GroupDraft(String id, List<String> nodes) {
        this.id = id;
        this.nodes = List.copyOf(nodes);
    }

    /** Says that nothing is wrong with the group any more. */
    void calm() {
        failed = Optional.empty();
        target = Optional.empty();
        waited = false;
        cause = StartCause.START;
        ended = false;
    }

    void held(NodeId owner, GroupState newState) {
        ownership = new Ownership.Held(owner);
        state = newState;
    }

    void free(Optional<NodeId> next) {
        ownership = new Ownership.Free(next);
        state = GroupState.OFFLINE;
    }

    void finalAction(FinalAction action) {
        failover.finalAction(action);
    }

    FailoverGroup definition() {
        FailoverGroup.Builder builder =
                FailoverGroup.builder(id).nodes(nodes.toArray(new String[0])).failover(failover.build());
        for (String resource : resources.isEmpty() ? List.of("iis") : resources) {
            builder.resource(Piece.of(resource, ResourceTier.APPLICATION));
        }
        return builder.placement(placement.build()).build();
    }

    Picture.Group build() {
        return build(definition());
    }

    /** Builds the group of a definition made before. */
    Picture.Group build(FailoverGroup definition) {
        return new Picture.Group(
                definition,
                ownership,
                wish,
                state,
                failed,
                target,
                new LinkedHashMap<>(barred),
                failovers,
                waited,
                new LinkedHashMap<>(truth),
                cause,
                ended);
    }
}
