package io.clp.config.internal.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What acts are about: a watch id means the service that is loaded under it. Immutable. */
final class Things {
    private static final Set<String> OF_IIS =
            Set.of("w3svc", "msftpsvc", "ftpsvc", "iisadmin", "was", "smtpsvc", "nntpsvc");

    private final Map<String, String> services = new HashMap<>();

    /** Learns what each watch id stands for. */
    Things(List<Act> acts) {
        for (Act each : acts) {
            if (each.how().equals("armload") && !each.service().isEmpty()) {
                services.putIfAbsent(each.watchId().toLowerCase(Locale.ROOT), each.service());
            }
        }
    }

    /** The name under which acts on the same thing are known; lower case. */
    String key(Act act) {
        String id = act.watchId().toLowerCase(Locale.ROOT);
        String service = act.service().isEmpty() ? services.getOrDefault(id, "") : act.service();
        return service.isEmpty() ? "watch " + id : service.toLowerCase(Locale.ROOT);
    }

    /** Whether an act is about a service, which other groups may need too. */
    boolean isService(Act act) {
        return !key(act).startsWith("watch ");
    }

    /** Whether two acts are about the same thing, or one about a part of the other. */
    boolean same(Act one, Act other) {
        String first = key(one);
        String second = key(other);
        return first.equals(second)
                || (first.equals(Act.IIS) && OF_IIS.contains(second))
                || (second.equals(Act.IIS) && OF_IIS.contains(first));
    }

    /** What an act is about, for people. */
    String what(Act act) {
        String service =
                act.service().isEmpty() ? services.getOrDefault(act.watchId().toLowerCase(Locale.ROOT), "") : "";
        return service.isEmpty() ? act.what() : service;
    }
}
