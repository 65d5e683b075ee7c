package io.clp.internal.script;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceTier;
import java.time.Duration;
import java.util.Set;

/** A resource that is only a definition: nothing calls its operations. */
public class Piece implements Resource {
    private final ResourceId id;
    private final ResourceTier tier;
    private final Set<NodeThing> uses;

    Piece(ResourceId id, ResourceTier tier, Set<NodeThing> uses) {
        this.id = id;
        this.tier = tier;
        this.uses = uses;
    }

    /** Returns a piece without hooks. */
    public static Piece of(String id, ResourceTier tier, NodeThing... uses) {
        return new Piece(ResourceId.of(id), tier, Set.of(uses));
    }

    /** Returns a piece that has all hooks. */
    public static Piece hooked(String id, ResourceTier tier, NodeThing... uses) {
        return new Hooked(ResourceId.of(id), tier, Set.of(uses));
    }

    /**
     * Returns a group of pieces on one node, one for each line: {@code id tier [< dependency,dependency] [hooked] [uses volume]}, the tier
     * by its first letter. Deadlines: online 10 s, offline 20 s, probe 1 s; a look every 5 s.
     */
    public static FailoverGroup group(int retries, String... lines) {
        ResourcePolicy policy = ResourcePolicy.builder()
                .online(Duration.ofSeconds(10), retries)
                .offline(Duration.ofSeconds(20), retries)
                .probe(Duration.ofSeconds(1))
                .monitor(Duration.ofSeconds(5), 3)
                .build();
        FailoverGroup.Builder builder = FailoverGroup.builder("web").nodes("SV1");
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            int uses = line.indexOf(" uses ");
            NodeThing[] things = uses < 0
                    ? new NodeThing[0]
                    : new NodeThing[] {new NodeThing(NodeThing.Kind.VOLUME, words[words.length - 1], false)};
            Piece piece = line.contains(" hooked")
                    ? hooked(words[0], tier(words[1]), things)
                    : of(words[0], tier(words[1]), things);
            builder.resource(piece, settings -> {
                settings.policy(policy);
                if (line.contains(" < ")) {
                    settings.dependsOn(words[3].equals("-") ? new String[0] : words[3].split(","));
                }
            });
        }
        return builder.build();
    }

    private static ResourceTier tier(String letter) {
        return switch (letter) {
            case "P" -> ResourceTier.PARTITION;
            case "A" -> ResourceTier.ADDRESS;
            case "S" -> ResourceTier.SERVICE;
            default -> ResourceTier.APPLICATION;
        };
    }

    @Override
    public final ResourceId id() {
        return id;
    }

    @Override
    public final ResourceTier tier() {
        return tier;
    }

    @Override
    public final Set<NodeThing> uses() {
        return uses;
    }

    @Override
    public final void online(ResourceContext context) {
        throw new UnsupportedOperationException("a definition only");
    }

    @Override
    public final void offline(ResourceContext context) {
        throw new UnsupportedOperationException("a definition only");
    }

    @Override
    public final Probe probe(ResourceContext context) {
        throw new UnsupportedOperationException("a definition only");
    }

    private static final class Hooked extends Piece {
        Hooked(ResourceId id, ResourceTier tier, Set<NodeThing> uses) {
            super(id, tier, uses);
        }

        @Override
        public void onlineBlocked(ResourceContext context, ResourceId failedDependency) {
            throw new UnsupportedOperationException("a definition only");
        }

        @Override
        public void released(ResourceContext context) {
            throw new UnsupportedOperationException("a definition only");
        }

        @Override
        public void recovered(ResourceContext context) {
            throw new UnsupportedOperationException("a definition only");
        }
    }
}
