package io.clp.iis.internal;

import io.clp.iis.IisService;
import io.clp.iis.IisServices;
import io.clp.iis.IisVersion;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.ResourceContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the configured services: on any node, and on one.
 *
 * @param services what was asked for
 * @param version the version, where it was said
 * @param indexing the short name of the Indexing Service, where it was asked for
 */
public record ServiceNames(List<IisService> services, Optional<IisVersion> version, Optional<String> indexing) {
    private static final String WWW = "W3SVC";

    /** Keeps a copy. */
    public ServiceNames {
        services = List.copyOf(services);
    }

    /** Returns the services as they are named on the context's node. */
    public IisServices on(ResourceContext context) {
        return new IisServices(
                services.contains(IisService.WWW) ? Optional.of(WWW) : Optional.empty(),
                services.contains(IisService.FTP) ? Optional.of(ftpOn(context)) : Optional.empty(),
                indexing);
    }

    /** Returns everything of a node that may be used, whatever its version. */
    public Set<NodeThing> things() {
        Set<NodeThing> things = new LinkedHashSet<>();
        things.add(NodeThing.named("IIS"));
        if (services.contains(IisService.WWW)) {
            things.add(NodeThing.service(WWW));
        }
        if (services.contains(IisService.FTP)) {
            ftpNames(version).forEach(it -> things.add(NodeThing.service(it)));
        }
        indexing.ifPresent(it -> things.add(NodeThing.service(it)));
        return things;
    }

    private String ftpOn(ResourceContext context) {
        Optional<IisVersion> known = version.isPresent()
                ? version
                : context.platform().info().iisVersion().flatMap(IisVersion::parse);
        List<String> names = ftpNames(known);
        return names.stream()
                .filter(it -> context.service(it).state() != ServiceState.NOT_INSTALLED)
                .findFirst()
                .orElse(names.get(names.size() - 1));
    }

    private static List<String> ftpNames(Optional<IisVersion> version) {
        // Where nobody knows the version, 7.0 is asked: it can have either service, and the one that exists decides.
        return version.orElse(IisVersion.IIS_7_0).ftpServices();
    }
}
