package io.clp.config.internal.model;

import io.clp.resource.Resource;
import io.clp.resource.SwitchablePartition;
import java.util.Map;

/**
 * A partition.
 *
 * @param id its id
 * @param mountPoint where it is mounted
 * @param volumes its GUID path on each node, the first node's first; not empty
 */
public record PartitionSpec(String id, String mountPoint, Map<String, String> volumes) implements ResourceSpec {
    @Override
    public Resource build() {
        SwitchablePartition.Builder builder =
                SwitchablePartition.builder(id).volume(first()).mountAt(mountPoint);
        volumes.forEach((node, volume) -> {
            if (differs(volume)) {
                builder.volumeOn(node, volume);
            }
        });
        return builder.build();
    }

    @Override
    public JavaCalls java() {
        JavaCalls calls = new JavaCalls("SwitchablePartition.builder", id).then("volume", first());
        volumes.forEach((node, volume) -> {
            if (differs(volume)) {
                calls.then("volumeOn", node, volume);
            }
        });
        return calls.then("mountAt", mountPoint).then("build");
    }

    private String first() {
        return volumes.values().iterator().next();
    }

    private boolean differs(String volume) {
        return !volume.equals(first());
    }
}
