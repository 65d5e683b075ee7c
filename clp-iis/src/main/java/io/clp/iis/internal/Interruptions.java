package io.clp.iis.internal;

import io.clp.platform.ServiceState;
import io.clp.resource.NodeLocal;
import io.clp.resource.ResourceContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Since when each service does not run because of this resource. Kept on the node, since one operation may stop it and another one
 * start it.
 */
final class Interruptions {
    private static final NodeLocal<Map<String, Long>> STOPPED_AT =
            NodeLocal.named("moments at which services were stopped");

    private final ResourceContext context;
    private final boolean reported;

    Interruptions(ResourceContext context, boolean reported) {
        this.context = context;
        this.reported = reported;
    }

    /** Notes that a service is about to be stopped. One that does not run was interrupted before, or by somebody else. */
    void stopping(String service) {
        if (!reported || context.service(service).state() != ServiceState.RUNNING) {
            return;
        }
        Map<String, Long> moments = new LinkedHashMap<>(context.get(STOPPED_AT).orElse(Map.of()));
        moments.put(service, context.timeline().nanos());
        context.put(STOPPED_AT, moments);
    }

    /** Reports the interruption of a service that was just seen running, where there was one. */
    void running(String service) {
        Map<String, Long> moments = new LinkedHashMap<>(context.get(STOPPED_AT).orElse(Map.of()));
        Long since = moments.remove(service);
        if (since != null) {
            context.put(STOPPED_AT, moments);
            context.interrupted(service, Duration.ofNanos(context.timeline().nanos() - since));
        }
    }
}
