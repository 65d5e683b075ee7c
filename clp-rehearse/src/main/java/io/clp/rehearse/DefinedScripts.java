package io.clp.rehearse;

import io.clp.FailoverGroup;
import io.clp.config.ClusterDefinition;
import io.clp.config.ScriptFolder;
import io.clp.rehearse.script.ScriptFiles;
import io.clp.resource.ScriptResource;
import io.clp.script.BatchScript;
import io.clp.script.ScriptFinding;
import io.clp.script.ScriptLint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The scripts of a configuration, by the paths under which the servers know them. */
final class DefinedScripts implements ScriptFiles {
    /** Those of IIS are there or not by its version, whatever a script says. */
    private static final Set<String> OF_IIS =
            Set.of("w3svc", "was", "iisadmin", "ftpsvc", "msftpsvc", "smtpsvc", "nntpsvc");

    private final Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Pair> pairs = new ArrayList<>();

    /** The scripts of a resource, under the names by which findings call them, and the services that they name. */
    private record Pair(FailoverGroup group, BatchScript start, BatchScript stop, Set<String> services) {
        static Pair of(FailoverGroup group, BatchScript start, BatchScript stop) throws InterruptedException {
            return new Pair(group, start, stop, NamedServices.in(List.of(start, stop)));
        }

        /** Whether the other group can be on the same servers and has the same services: then both standbys are one another's. */
        boolean sharesServicesWith(Pair other) {
            return !other.group.equals(group)
                    && !Collections.disjoint(other.group.nodes(), group.nodes())
                    && !Collections.disjoint(other.services, services);
        }
    }

    DefinedScripts(ClusterDefinition cluster) throws InterruptedException {
        for (ScriptFolder folder : cluster.scripts()) {
            FailoverGroup group = cluster.group(folder.group().value());
            ScriptResource resource =
                    (ScriptResource) group.resource(folder.resource().value());
            String names = group.id() + "\\" + resource.id() + "\\";
            pairs.add(Pair.of(
                    group,
                    add(resource.directory(), resource.startFile(), names, folder.start(), folder.encoding()),
                    add(resource.directory(), resource.stopFile(), names, folder.stop(), folder.encoding())));
        }
    }

    /** Returns the file names, lower case. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        texts.keySet()
                .forEach(it -> names.add(it.substring(it.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT)));
        return names;
    }

    /** Returns the services that the scripts need beside those of IIS. */
    Set<String> services() {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        pairs.forEach(it -> named.addAll(it.services()));
        named.removeIf(it -> OF_IIS.contains(it.toLowerCase(Locale.ROOT)));
        return named;
    }

    /** Returns what is wrong with the scripts. */
    List<ScriptFinding> findings(String iisVersion) {
        List<ScriptFinding> findings = new ArrayList<>();
        for (Pair pair : pairs) {
            findings.addAll(ScriptLint.of(pair.start(), pair.stop())
                    .iisVersion(iisVersion)
                    .twoWay(pairs.stream().anyMatch(pair::sharesServicesWith))
                    .findings());
        }
        return findings;
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    private BatchScript add(String directory, String name, String shown, Path file, Charset encoding) {
        try {
            String text = new String(Files.readAllBytes(file), encoding);
            texts.put(directory + name, text);
            return BatchScript.parse(shown + name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
