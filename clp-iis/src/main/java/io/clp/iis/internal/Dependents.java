package io.clp.iis.internal;

import io.clp.platform.ServiceState;
import io.clp.resource.NodeLocal;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Services that depend on IIS and were stopped with it: started again once it runs. Kept on the node, since one operation may stop
 * them and another one start them.
 */
final class Dependents {
    private static final NodeLocal<List<String>> STOPPED = NodeLocal.named("services stopped with IIS");

    private final ResourceContext context;
    private final Set<String> configured;

    /**
     * Makes a memory.
     *
     * @param context the attempt
     * @param configured the services that the resource starts itself
     */
    Dependents(ResourceContext context, Set<String> configured) {
        this.context = context;
        this.configured = configured;
    }

    /** Returns what depends on a service and runs, in the order in which it must stop, without what the resource starts itself. */
    List<String> runningOn(String service) {
        return others(context.platform().services().runningDependents(service));
    }

    /** Remembers services that are stopped with IIS. */
    void stopped(List<String> services) {
        List<String> more = others(services);
        if (more.isEmpty()) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(context.get(STOPPED).orElse(List.of()));
        all.addAll(more);
        context.put(STOPPED, List.copyOf(all));
    }

    /** Starts what was remembered, last stopped first. IIS runs: what does not start is told and fails nothing. */
    void startAgain() throws InterruptedException {
        List<String> last = new ArrayList<>(context.get(STOPPED).orElse(List.of()));
        Collections.reverse(last);
        for (String service : last) {
            if (context.service(service).state() == ServiceState.RUNNING) {
                continue;
            }
            try {
                context.service(service).start();
                context.log("service " + service + ", stopped with IIS, runs again");
            } catch (ResourceException e) {
                context.log("service " + service + ", stopped with IIS, does not run again: " + e.getMessage());
            }
        }
        context.remove(STOPPED);
    }

    private List<String> others(List<String> services) {
        return services.stream()
                .filter(it -> configured.stream().noneMatch(it::equalsIgnoreCase))
                .toList();
    }
}
