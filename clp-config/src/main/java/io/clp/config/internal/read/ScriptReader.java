package io.clp.config.internal.read;

import io.clp.GroupId;
import io.clp.ResourceId;
import io.clp.config.ReadOptions;
import io.clp.config.ScriptFolder;
import io.clp.config.internal.model.ResourceSpec;
import io.clp.config.internal.model.ScriptSpec;
import io.clp.config.internal.xml.Element;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads script resources, and finds their scripts. */
final class ScriptReader implements TypeReader {
    private final Notes notes;
    private final ReadOptions options;
    private final Path scriptsFolder;
    private final Charset encoding;
    private final List<ScriptFolder> found;

    ScriptReader(Notes notes, ReadOptions options, Path scriptsFolder, Charset encoding, List<ScriptFolder> found) {
        this.notes = notes;
        this.options = options;
        this.scriptsFolder = scriptsFolder;
        this.encoding = encoding;
        this.found = found;
    }

    @Override
    public Optional<ResourceSpec> read(Found resource, GroupFrame group) {
        Element element = resource.element();
        String startFile = file(element, "act", "start.bat");
        String stopFile = file(element, "deact", "stop.bat");
        ScriptFolders folders = new ScriptFolders(notes, scriptsFolder);
        Optional<Path> start = folders.file(element, group.name(), resource.name(), startFile);
        Optional<Path> stop = folders.file(element, group.name(), resource.name(), stopFile);
        if (start.isEmpty() || stop.isEmpty()) {
            return Optional.empty();
        }
        String directory = options.scriptsOnNodes() + "\\" + group.name() + "\\" + resource.name();
        ScriptSpec spec = new ScriptSpec(resource.id(), directory, startFile, stopFile, encoding);
        if (!notes.check(element, spec::build)) {
            return Optional.empty();
        }
        if (!group.broken()) {
            found.add(new ScriptFolder(
                    GroupId.of(group.id()), ResourceId.of(resource.id()), start.get(), stop.get(), encoding));
        }
        notes.differs(
                element,
                "its scripts, taken to be in " + directory
                        + " on the nodes; any exit code is normal, and this library answers their ARM commands");
        return Optional.of(spec);
    }

    private String file(Element element, String operation, String otherwise) {
        Optional<Element> at = element.find("parameters/" + operation + "/path")
                .filter(it -> !it.text().isEmpty());
        at.ifPresent(notes::kept);
        return at.map(Element::text).orElse(otherwise);
    }
}
