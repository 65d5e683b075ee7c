package io.clp.internal.watch;

import io.clp.ClpException.Facts;
import io.clp.internal.definition.Names;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What watch ids may look like. */
final class WatchIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final String RESERVED = "nec_";

    private WatchIds() {}

    /** Throws where a load names no watch id, or no service. */
    static void require(@Nullable String watchId, @Nullable String service) {
        refuse("watch id", watchId, problem(watchId));
        refuse("service", service, Names.serviceProblem(service));
    }

    private static @Nullable String problem(@Nullable String watchId) {
        if (watchId != null && Names.fold(watchId).startsWith(RESERVED)) {
            return "ids that begin with NEC_ are reserved";
        }
        return watchId != null && ID.matcher(watchId).matches() ? null : "a watch id has 1 to 255 letters or digits";
    }

    private static void refuse(String what, @Nullable String value, @Nullable String problem) {
        if (problem != null) {
            String message = what + " \"" + value + "\": " + problem;
            throw new ResourceException(message, Facts.of("load of a watch"), Retry.USELESS, null);
        }
    }
}
