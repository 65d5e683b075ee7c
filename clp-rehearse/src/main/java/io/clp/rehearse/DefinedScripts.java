package io.clp.rehearse;

import io.clp.config.ClusterDefinition;
import io.clp.config.ScriptFolder;
import io.clp.rehearse.script.ScriptFiles;
import io.clp.resource.ScriptResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The scripts of a configuration, by the paths under which the servers know them. */
final class DefinedScripts implements ScriptFiles {
    private final Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> names = new TreeSet<>();

    DefinedScripts(ClusterDefinition cluster) {
        for (ScriptFolder folder : cluster.scripts()) {
            ScriptResource resource =
                    (ScriptResource) cluster.group(folder.group().value()).resource(folder.resource().value());
            add(resource.directory() + resource.startFile(), folder.start(), folder.encoding());
            add(resource.directory() + resource.stopFile(), folder.stop(), folder.encoding());
        }
    }

    /** Returns the file names, lower case. */
    Set<String> names() {
        return names;
    }

    /** Returns all texts by path. */
    Map<String, String> texts() {
        return texts;
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    private void add(String path, Path file, Charset encoding) {
        try {
            texts.put(path, new String(Files.readAllBytes(file), encoding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.add(path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT));
    }
}
