package io.clp.resource;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.internal.definition.Names;
import io.clp.internal.definition.Paths;
import io.clp.internal.definition.Problems;
import io.clp.platform.ActResult;
import io.clp.platform.NodeThing;
import io.clp.platform.VolumeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partition on a shared disk that is mounted on one node at a time (guide: the switchable partition with the content of IIS).
 *
 * <p>Each node's mount manager names a volume itself, so the name may differ from node to node.
 *
 * <p>Its probe finds it online where the mount point names this very volume and the volume can be read.
 */
public final class SwitchablePartition implements Resource {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final ResourceId id;
    private final String volume;
    private final Map<NodeId, String> volumeByNode;
    private final String mountPoint;

    private SwitchablePartition(Builder builder, Map<NodeId, String> volumeByNode) {
        id = ResourceId.of(builder.id);
        volume = String.valueOf(builder.volume);
        this.volumeByNode = Map.copyOf(volumeByNode);
        mountPoint = String.valueOf(builder.mountPoint);
    }

    /**
     * Returns a builder.
     *
     * @param id the resource's name; checked when the resource is built
     * @return a builder that knows only the name
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    @Override
    public ResourceId id() {
        return id;
    }

    @Override
    public ResourceTier tier() {
        return ResourceTier.PARTITION;
    }

    /**
     * Returns the volume's GUID path on a node.
     *
     * @param node any node
     * @return what was said for that node; for all others, what was said for every node
     */
    public String volumeOn(NodeId node) {
        return volumeByNode.getOrDefault(node, volume);
    }

    /** {@return the drive or folder where the volume is mounted, on every node, with a trailing backslash} */
    public String mountPoint() {
        return mountPoint;
    }

    @Override
    public Set<NodeThing> uses() {
        Set<NodeThing> things = new LinkedHashSet<>();
        things.add(NodeThing.mountPoint(mountPoint));
        things.add(NodeThing.volume(volume));
        volumeByNode.values().forEach(it -> things.add(NodeThing.volume(it)));
        return things;
    }

    @Override
    public List<String> validate(FailoverGroup group) {
        List<String> problems = new ArrayList<>();
        volumeByNode.keySet().stream()
                .filter(it -> !group.nodes().contains(it))
                .map(NodeId::value)
                .sorted()
                .forEach(it -> problems.add("volumeOn \"" + it + "\": the group does not run on this node"));
        return problems;
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        String name = volumeOn(context.nodeId());
        act(context, "mount " + name + " at " + mountPoint, name, () -> context.platform()
                .volumes()
                .online(name, mountPoint));
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        String name = volumeOn(context.nodeId());
        act(context, "dismount " + name + " from " + mountPoint, name, () -> context.platform()
                .volumes()
                .offline(name, mountPoint));
    }

    @Override
    public Probe probe(ResourceContext context) {
        return switch (context.platform().volumes().query(volumeOn(context.nodeId()), mountPoint)) {
            case MOUNTED -> Probe.online();
            case OFFLINE, MISSING -> Probe.offline();
            case NOT_MOUNTED -> Probe.failed("the volume is online but not mounted at " + mountPoint);
            case OTHER_VOLUME -> Probe.failed(mountPoint + " names another volume");
            case UNREADABLE ->
                Probe.failed("mounted at " + mountPoint + ", but cannot be read: the path to the disk is lost");
        };
    }

    private static void act(ResourceContext context, String attempted, String volume, Act act) throws Exception {
        while (true) {
            ActResult result = act.run();
            context.log(attempted + ": " + result);
            if (result.holds()) {
                return;
            }
            boolean busy = result.kind() == ActResult.Kind.BUSY;
            if (!busy || context.remaining().compareTo(BETWEEN_TRIES.multipliedBy(2)) < 0) {
                throw new VolumeException(attempted, volume, result, advice(result));
            }
            context.timeline().sleep(BETWEEN_TRIES);
        }
    }

    private static String advice(ActResult result) {
        return switch (result.kind()) {
            case BUSY ->
                "a process holds files on the volume open, or something else is mounted there: find and end it";
            case MISSING -> "look at the path from this node to the disk";
            default -> "look at the disk and at the rights of this process";
        };
    }

    @FunctionalInterface
    private interface Act {
        ActResult run();
    }

    @Override
    public String toString() {
        return "partition " + id + " (" + mountPoint + ")";
    }

    /** Builds a partition. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable String volume;
        private @Nullable String mountPoint;
        private final Map<String, String> byNode = new LinkedHashMap<>();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Names the volume.
         *
         * @param guidPath {@code \\?\Volume{...}\}, with the trailing backslash, as {@code mountvol} shows it
         * @return this
         */
        public Builder volume(String guidPath) {
            volume = guidPath;
            return this;
        }

        /**
         * Names the volume as one node's mount manager does; the other nodes keep the name given to {@link #volume}.
         *
         * @param node one of the group's nodes
         * @param guidPath of the same form as for {@link #volume}
         * @return this
         */
        public Builder volumeOn(String node, String guidPath) {
            byNode.put(node, guidPath);
            return this;
        }

        /**
         * Names where the volume is mounted, on every node.
         *
         * @param path a drive, {@code E:\}, or a folder, {@code E:\content\}, with the trailing backslash; not
         *     {@code C:\}
         * @return this
         */
        public Builder mountAt(String path) {
            mountPoint = path;
            return this;
        }

        /**
         * Builds the partition.
         *
         * @return an immutable resource
         * @throws io.clp.DefinitionException a name is not one that Windows allows; all are named
         */
        public SwitchablePartition build() {
            Problems problems = new Problems("switchable partition " + id);
            problems.addIf("id", id, Names.idProblem(id));
            problems.addIf("volume", volume, Paths.volumeProblem(volume));
            problems.addIf("mountAt", mountPoint, Paths.mountPointProblem(mountPoint));
            byNode.forEach((node, name) -> {
                problems.addIf("volumeOn", node, Names.nodeProblem(node));
                problems.addIf("volumeOn " + node, name, Paths.volumeProblem(name));
            });
            problems.throwIfAny();
            Map<NodeId, String> checked = new LinkedHashMap<>();
            byNode.forEach((node, name) -> checked.put(NodeId.of(node), name));
            return new SwitchablePartition(this, checked);
        }
    }
}
