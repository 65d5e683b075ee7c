package io.clp.windows.internal.platform;

import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Since when services are seen in between, over several waits: a service that shows its progress ends a wait at each step, and is not looked
 * at every millisecond again for that. Thread-safe.
 */
final class PendingSince {
    private final Map<String, Transition> transitions = new ConcurrentHashMap<>();

    private record Transition(ServiceState state, long processId, long sinceNanos) {
        boolean is(ServiceStatus seen) {
            return state == seen.state() && processId == seen.processId();
        }
    }

    /** Returns since when a service is in the state seen: now, unless it is in between and was so before. */
    long since(String service, ServiceStatus seen, long nowNanos) {
        if (!seen.state().pending()) {
            return nowNanos;
        }
        Transition fresh = new Transition(seen.state(), seen.processId(), nowNanos);
        return transitions
                .merge(key(service), fresh, (old, it) -> old.is(seen) ? old : it)
                .sinceNanos();
    }

    /** Forgets a service that is not in between any more. */
    void observed(String service, ServiceStatus now) {
        if (!now.state().pending()) {
            transitions.remove(key(service));
        }
    }

    private static String key(String service) {
        return service.toLowerCase(Locale.ROOT);
    }
}
