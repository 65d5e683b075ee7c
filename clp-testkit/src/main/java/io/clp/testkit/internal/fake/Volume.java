package io.clp.testkit.internal.fake;

import io.clp.testkit.FakeVolume;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A volume as one machine sees it. Guarded by the world's lock. */
final class Volume implements FakeVolume {
    final String name;
    final Disk disk;
    final Set<OpenFile> openFiles = new LinkedHashSet<>();
    boolean connected = true;
    boolean online;

    /** Where it is mounted; null where it is not. */
    @Nullable
    String mountPoint;

    private final Machine machine;

    Volume(Machine machine, String name, Disk disk) {
        this.machine = machine;
        this.name = name;
        this.disk = disk;
    }

    String subject() {
        return "volume " + name;
    }

    boolean mountedAt(String where) {
        return mountPoint != null && mountPoint.equalsIgnoreCase(where);
    }

    /** Returns whether the machine still has something of it. */
    boolean held() {
        return online || mountPoint != null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void disconnect() {
        tell("path to the disk lost", () -> connected = false);
    }

    @Override
    public void reconnect() {
        tell("path to the disk restored", () -> connected = true);
    }

    @Override
    public boolean mounted() {
        machine.world.checkForTest();
        return machine.world.change(() -> mountPoint != null);
    }

    @Override
    public OpenFile heldOpenBy(String process) {
        OpenFile[] file = new OpenFile[1];
        OpenFile opened = () -> machine.world.change(() -> {
            if (openFiles.remove(file[0])) {
                machine.world.journal.happened(machine.node, subject(), process + " closes its file");
                machine.world.touch();
            }
        });
        file[0] = opened;
        tell(process + " opens a file", () -> openFiles.add(opened));
        return opened;
    }

    private void tell(String what, Runnable change) {
        machine.world.checkForTest();
        machine.world.change(() -> {
            change.run();
            machine.world.journal.happened(machine.node, subject(), what);
            machine.world.touch();
        });
    }
}
