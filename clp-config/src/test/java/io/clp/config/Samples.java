package io.clp.config;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The configurations that ship with the tests. */
final class Samples {
    static final List<String> ALL = List.of("figure5", "japanese", "services");

    private Samples() {}

    static Path conf(String name) {
        URL url = Objects.requireNonNull(Samples.class.getResource("/samples/" + name + "/clp.conf"));
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static ClusterDefinition read(String name) {
        return ClusterDefinition.read(conf(name));
    }
}
