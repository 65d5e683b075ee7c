package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture.TestVolume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Volumes that the stand-ins show: each is a file that names a folder of Linux, which is the disk. */
final class StandInDisks implements TestDisks {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LETTERS = "FGHIJKLMNOPQRSTUVW";

    private final List<TestVolume> made = new ArrayList<>();

    @Override
    public TestVolume volume() {
        int number = NUMBER.incrementAndGet();
        char letter = LETTERS.charAt(number % LETTERS.length());
        TestVolume volume = new TestVolume(
                String.format(Locale.ROOT, "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-%012d}\\", number), letter + ":\\");
        try {
            Files.createDirectories(disk(volume));
            Files.createDirectories(entry(volume).getParent());
            Files.writeString(entry(volume), Places.onLinux(disk(volume)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        made.add(volume);
        return volume;
    }

    @Override
    public void disconnect(TestVolume volume) {
        move(disk(volume), cut(volume));
    }

    @Override
    public void reconnect(TestVolume volume) {
        move(cut(volume), disk(volume));
    }

    @Override
    public Path disk(TestVolume volume) {
        return Places.state().resolve("disks").resolve(guid(volume));
    }

    @Override
    public void close() {
        made.forEach(this::remove);
        made.clear();
    }

    private void remove(TestVolume volume) {
        try {
            Files.deleteIfExists(entry(volume));
            Files.deleteIfExists(entry(volume).resolveSibling(guid(volume) + ".online"));
            deleteAll(disk(volume));
            deleteAll(cut(volume));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path cut(TestVolume volume) {
        Path disk = disk(volume);
        return disk.resolveSibling(disk.getFileName() + ".cut");
    }

    private static Path entry(TestVolume volume) {
        return Places.state().resolve("volumes").resolve(guid(volume));
    }

    private static String guid(TestVolume volume) {
        String name = volume.volume();
        return name.substring(name.indexOf('{'), name.indexOf('}') + 1);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
