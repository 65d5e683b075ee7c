package io.clp.testkit.internal.fake;

import io.clp.platform.ActResult;
import io.clp.platform.VolumeControl;
import io.clp.platform.VolumeStatus;
import io.clp.platform.WindowsErrors;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The volumes of one machine. */
final class Volumes implements VolumeControl {
    private static final Pattern VOLUME = Pattern.compile("\\\\\\\\\\?\\\\volume\\{[-0-9a-f]{36}\\}\\\\");
    private static final Pattern MOUNT_POINT = Pattern.compile("[a-z]:\\\\(?:[^\\\\/:*?\"<>|]+\\\\)*");

    private final Machine machine;
    private final World world;
    private final Map<String, Volume> volumes = new LinkedHashMap<>();

    Volumes(Machine machine) {
        this.machine = machine;
        world = machine.world;
    }

    @Override
    public VolumeStatus query(String volume, String mountPoint) {
        machine.requireAlive();
        return world.change(() -> status(find(volume), mountPoint));
    }

    private VolumeStatus status(@Nullable Volume volume, String mountPoint) {
        if (volume != null && volume.mountedAt(mountPoint)) {
            return volume.connected ? VolumeStatus.MOUNTED : VolumeStatus.UNREADABLE;
        }
        if (at(mountPoint) != null) {
            return VolumeStatus.OTHER_VOLUME;
        }
        if (volume == null || !volume.connected) {
            return VolumeStatus.MISSING;
        }
        return volume.online ? VolumeStatus.NOT_MOUNTED : VolumeStatus.OFFLINE;
    }

    @Override
    public ActResult online(String volume, String mountPoint) {
        return act(volume, "online at " + mountPoint, world.setup.latencies.volumeOnline(), commit -> {
            if (!possible(volume, mountPoint)) {
                return ActResult.of(ActResult.Kind.REFUSED, WindowsErrors.INVALID_NAME);
            }
            Volume found = find(volume);
            if (found == null || !found.connected) {
                return ActResult.of(ActResult.Kind.MISSING, WindowsErrors.FILE_NOT_FOUND);
            }
            if (found.mountedAt(mountPoint)) {
                return ActResult.of(ActResult.Kind.ALREADY, 0);
            }
            if (found.mountPoint != null) {
                return ActResult.of(ActResult.Kind.REFUSED, WindowsErrors.INVALID_PARAMETER);
            }
            if (at(mountPoint) != null) {
                return ActResult.of(ActResult.Kind.BUSY, WindowsErrors.DIR_NOT_EMPTY);
            }
            if (commit) {
                found.online = true;
                found.mountPoint = mountPoint;
                world.touch();
            }
            return ActResult.done();
        });
    }

    @Override
    public ActResult offline(String volume, String mountPoint) {
        return act(volume, "offline from " + mountPoint, world.setup.latencies.volumeOffline(), commit -> {
            if (!possible(volume, mountPoint)) {
                return ActResult.of(ActResult.Kind.REFUSED, WindowsErrors.INVALID_NAME);
            }
            Volume found = find(volume);
            if (found == null || (!found.connected && !found.held())) {
                return ActResult.of(ActResult.Kind.MISSING, WindowsErrors.FILE_NOT_FOUND);
            }
            if (!found.held()) {
                return ActResult.of(ActResult.Kind.ALREADY, 0);
            }
            if (!holders(found).isEmpty()) {
                return ActResult.of(ActResult.Kind.BUSY, WindowsErrors.ACCESS_DENIED);
            }
            if (commit) {
                found.online = false;
                found.mountPoint = null;
                world.touch();
            }
            return ActResult.done();
        });
    }

    private static boolean possible(String volume, String mountPoint) {
        return VOLUME.matcher(Text.fold(volume)).matches()
                && MOUNT_POINT.matcher(Text.fold(mountPoint)).matches();
    }

    /** Does an act that takes time: looks first whether it is possible at all, and again when the time has passed. */
    private ActResult act(String volume, String what, Latency latency, Attempt attempt) {
        machine.requireAlive();
        Duration time = world.change(
                () -> attempt.run(false).kind() == ActResult.Kind.DONE ? latency.draw(machine.dice) : Duration.ZERO);
        machine.pass(time);
        return world.change(() -> world.journal.asked(machine.node, "volume " + volume, what, () -> attempt.run(true)));
    }

    /** Returns who keeps files on a volume open. Under the lock. */
    private List<String> holders(Volume volume) {
        if (!volume.openFiles.isEmpty()) {
            return List.of("a process");
        }
        return machine.scm.all().stream()
                .filter(it -> it.hasProcess() && it.holds.contains(Text.fold(volume.name)))
                .map(it -> it.name)
                .toList();
    }

    private @Nullable Volume at(String mountPoint) {
        return volumes.values().stream()
                .filter(it -> it.mountedAt(mountPoint))
                .findFirst()
                .orElse(null);
    }

    /** Adds a volume under a name that the machine has no volume for yet. Under the lock. */
    void add(String name, Disk disk) {
        Volume volume = new Volume(machine, name, disk);
        volumes.put(Text.fold(name), volume);
        disk.volumes.add(volume);
    }

    @Nullable
    Volume find(String name) {
        return volumes.get(Text.fold(name));
    }

    List<Volume> all() {
        return List.copyOf(volumes.values());
    }

    /** Returns a volume that must be there. Under the lock. */
    Volume require(String name) {
        Volume found = find(name);
        if (found == null) {
            throw new IllegalArgumentException("no volume " + name + " on " + machine.node + ", only "
                    + volumes.values().stream().map(it -> it.name).toList());
        }
        return found;
    }

    /** Under the lock. */
    void powerOff() {
        for (Volume volume : volumes.values()) {
            volume.online = false;
            volume.mountPoint = null;
            volume.openFiles.clear();
        }
    }

    /** Looks whether an act is possible, and does it where it is to be committed. */
    @FunctionalInterface
    private interface Attempt {
        ActResult run(boolean commit);
    }
}
