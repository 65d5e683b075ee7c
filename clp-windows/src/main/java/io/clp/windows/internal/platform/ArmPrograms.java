package io.clp.windows.internal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ARM programs in a folder: five copies of one program, which goes by its own name. Thread-safe.
 *
 * <p>What is in the folder is compared with what is in this library each time, because somebody might have changed it.
 */
public final class ArmPrograms {
    private static final List<String> NAMES = List.of("ARMLOAD", "ARMKILL", "ARMBCAST", "ARMLOG", "ARMGETCD");
    private static final String RESOURCE = "arm.exe";
    private static final int LETTERS_OF_HASH = 16;

    private @Nullable Path folder;

    /**
     * Makes the programs; nothing is written yet.
     *
     * @param folder where they are to be; empty for one of this user's own
     */
    public ArmPrograms(Optional<Path> folder) {
        this.folder = folder.orElse(null);
    }

    /** Returns the folder, in which the programs now are as they are in this library. */
    synchronized Path inFolder() throws IOException {
        byte[] program = program();
        Path place = folder == null ? ofThisUser(program) : folder;
        folder = place;
        Files.createDirectories(place);
        for (String name : NAMES) {
            Path file = place.resolve(name + ".exe");
            if (!holds(file, program)) {
                replace(file, program);
            }
        }
        return place;
    }

    /** {@return the program as it is in this library} */
    static byte[] program() throws IOException {
        try (InputStream stream = Objects.requireNonNull(ArmPrograms.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return stream.readAllBytes();
        }
    }

    /** Another version of this library has a folder of its own. */
    private static Path ofThisUser(byte[] program) throws IOException {
        String local = System.getenv("LOCALAPPDATA");
        return local == null || local.isBlank()
                ? Files.createTempDirectory("clp-arm") // which nobody can have made before
                : Path.of(local, "clp", "arm-" + hash(program).substring(0, LETTERS_OF_HASH));
    }

    private static String hash(byte[] program) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(program));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean holds(Path file, byte[] program) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == program.length
                && Arrays.equals(Files.readAllBytes(file), program);
    }

    /** Whoever reads the file meanwhile finds the old or the new one, and never half of it. */
    private static void replace(Path file, byte[] program) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "arm", ".new");
        try {
            Files.write(fresh, program);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
