package io.clp.config.internal.read;

import io.clp.FailoverGroup;
import io.clp.ResourceId;
import io.clp.config.ResourceOffer;
import io.clp.config.ScriptFolder;
import io.clp.resource.ResourceRecognizer;
import io.clp.resource.ResourceRecognizer.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks what knows more of resources whether it recognises some. */
final class Recognition {
    private static final int MOST_BYTES = 1_048_576;

    private final Notes notes;
    private final List<ResourceRecognizer> recognizers;
    private final List<ScriptFolder> scripts;

    Recognition(Notes notes, List<ResourceRecognizer> recognizers, List<ScriptFolder> scripts) {
        this.notes = notes;
        this.recognizers = recognizers;
        this.scripts = scripts;
    }

    /** Returns the first offer for each resource of a group, and notes it. */
    List<ResourceOffer> offers(GroupFrame frame, FailoverGroup group) {
        List<ResourceOffer> offers = new ArrayList<>();
        for (Member member : frame.members()) {
            if (!recognizers.isEmpty() && member.spec().isPresent()) {
                offer(member, group).ifPresent(it -> {
                    offers.add(it);
                    notes.kept(
                            member.found().element(),
                            "recognised: " + it.offer().what() + ", which can stand in its place");
                });
            }
        }
        return offers;
    }

    private Optional<ResourceOffer> offer(Member member, FailoverGroup group) {
        ResourceId id = ResourceId.of(member.found().id());
        Scripts texts = scripts.stream()
                .filter(it -> it.group().equals(group.id()) && it.resource().equals(id))
                .map(it -> new Scripts(text(it.start(), it.encoding()), text(it.stop(), it.encoding())))
                .findFirst()
                .orElse(new Scripts("", ""));
        return recognizers.stream()
                .map(it -> it.recognize(group, group.resource(id.value()), texts))
                .flatMap(Optional::stream)
                .filter(it -> it.resource().id().equals(id))
                .map(it -> new ResourceOffer(group.id(), id, it))
                .findFirst();
    }

    /** A script that is too long, or cannot be read now, is recognised by nobody. */
    private static String text(Path file, Charset encoding) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? "" : new String(bytes, encoding);
        } catch (IOException e) {
            return "";
        }
    }
}
