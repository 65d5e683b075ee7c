package io.clp.config.internal.read;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.ResourceId;
import io.clp.config.ResourceOffer;
import io.clp.config.ScriptFolder;
import io.clp.config.internal.script.Model;
import io.clp.resource.Resource;
import io.clp.resource.ResourceRecognizer;
import io.clp.resource.ResourceRecognizer.Script;
import io.clp.resource.ResourceRecognizer.Scripts;
import io.clp.script.ScriptException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks what knows more of resources whether it recognises some. */
final class Recognition {
    private static final int MOST_BYTES = 1_048_576;

    private final List<ResourceRecognizer> recognizers;
    private final Map<Key, ScriptFolder> scripts = new HashMap<>();

    /** Which resource of which group. */
    private record Key(GroupId group, ResourceId resource) {}

    Recognition(List<ResourceRecognizer> recognizers, List<ScriptFolder> scripts) {
        this.recognizers = recognizers;
        scripts.forEach(it -> this.scripts.put(new Key(it.group(), it.resource()), it));
    }

    /** Returns the first offer for each resource. */
    List<ResourceOffer> in(List<FailoverGroup> groups) {
        List<ResourceOffer> offers = new ArrayList<>();
        if (!recognizers.isEmpty()) {
            for (FailoverGroup group : groups) {
                group.resources().forEach(it -> offer(group, it).ifPresent(offers::add));
            }
        }
        return offers;
    }

    private Optional<ResourceOffer> offer(FailoverGroup group, Resource resource) {
        ResourceId id = resource.id();
        Optional<Scripts> run =
                Optional.ofNullable(scripts.get(new Key(group.id(), id))).flatMap(Recognition::surveyed);
        return recognizers.stream()
                .map(it -> it.recognize(group, resource, run))
                .flatMap(Optional::stream)
                .filter(it -> it.resource().id().equals(id))
                .map(it -> new ResourceOffer(group.id(), id, it))
                .findFirst();
    }

    private static Optional<Scripts> surveyed(ScriptFolder folder) {
        Optional<Script> start = surveyed(folder.start(), folder.encoding());
        Optional<Script> stop = surveyed(folder.stop(), folder.encoding());
        return start.isPresent() && stop.isPresent()
                ? Optional.of(new Scripts(start.get(), stop.get()))
                : Optional.empty();
    }

    /** A script that is too long, or cannot be read now, is recognised by nobody. */
    private static Optional<Script> surveyed(Path file, Charset encoding) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(Survey.of(Model.of(String.valueOf(file.getFileName()), new String(bytes, encoding))));
        } catch (IOException | ScriptException e) {
            return Optional.empty();
        }
    }
}
