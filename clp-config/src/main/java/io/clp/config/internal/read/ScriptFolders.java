package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds scripts below their folder, GROUP\RESOURCE\start.bat, as Windows would: without regard to case. Nothing outside is looked at. */
final class ScriptFolders {
    private static final Pattern NAME = Pattern.compile("[^\\\\/:*?\"<>|\\p{Cntrl}]*[^\\\\/:*?\"<>|\\p{Cntrl}. ]");

    private final Notes notes;
    private final Path root;

    ScriptFolders(Notes notes, Path root) {
        this.notes = notes;
        this.root = root;
    }

    /** Returns the file, or empty after a problem. */
    Optional<Path> file(Element at, String group, String resource, String file) {
        String name = "scripts\\" + group + "\\" + resource + "\\" + file;
        if (!isName(group) || !isName(resource) || !isName(file)) {
            notes.problem(at, "script file " + name + " would leave the folder of the scripts");
            return Optional.empty();
        }
        try {
            Optional<Path> found = child(Optional.of(root), group);
            found = child(child(found, resource), file).filter(Files::isRegularFile);
            if (found.isEmpty()) {
                notes.problem(at, "script file " + name + " is missing");
            } else if (!found.get().toRealPath().startsWith(root.toRealPath())) {
                notes.problem(at, "script file " + name + " is a link that leaves the folder of the scripts");
                return Optional.empty();
            }
            return found;
        } catch (IOException | InvalidPathException e) {
            notes.problem(at, "script file " + name + " cannot be found: " + e);
            return Optional.empty();
        }
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static Optional<Path> child(Optional<Path> folder, String name) throws IOException {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return Optional.empty();
        }
        Path exact = folder.get().resolve(name);
        if (Files.exists(exact)) {
            return Optional.of(exact);
        }
        try (Stream<Path> all = Files.list(folder.get())) {
            return all.filter(it -> it.getFileName().toString().equalsIgnoreCase(name))
                    .sorted()
                    .findFirst();
        }
    }
}
