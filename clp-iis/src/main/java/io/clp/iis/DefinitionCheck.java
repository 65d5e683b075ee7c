package io.clp.iis;

import io.clp.DefinitionException;
import io.clp.DefinitionException.Problem;
import io.clp.ResourceId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the definition of an IIS resource. Not thread-safe. */
final class DefinitionCheck {
    private static final Pattern SHORT_NAME = Pattern.compile("[^\\\\/\\p{Cntrl}]{1,256}");
    private static final Pattern OF_IIS = Pattern.compile("W3SVC|MSFTPSVC|ftpsvc", Pattern.CASE_INSENSITIVE);

    private final List<Problem> problems = new ArrayList<>();

    DefinitionCheck(String id) {
        try {
            ResourceId.of(id);
        } catch (DefinitionException e) {
            e.problems().forEach(it -> problems.add(new Problem("id", it.value(), it.why())));
        }
    }

    DefinitionCheck services(List<IisService> services) {
        if (services.isEmpty()) {
            add("services", "", "name at least one of WWW and FTP");
        }
        Set<IisService> seen = EnumSet.noneOf(IisService.class);
        for (IisService service : services) {
            if (!service.supported()) {
                add("services", service.name(), "the cluster does not support this service; it supports WWW and FTP");
            }
            if (!seen.add(service)) {
                add("services", service.name(), "named twice");
            }
        }
        return this;
    }

    DefinitionCheck control(@Nullable IisControl control) {
        if (control == null) {
            add("control", "null", "say how IIS is started and stopped: armLoad(), netStart(), iisReset() or your own");
        }
        return this;
    }

    DefinitionCheck standby(@Nullable Standby standby) {
        if (standby == null) {
            add("standby", "null", "say ONE_WAY or TWO_WAY");
        }
        return this;
    }

    DefinitionCheck indexing(@Nullable String indexing) {
        if (indexing == null) {
            return this;
        }
        if (indexing.isBlank() || !SHORT_NAME.matcher(indexing).matches()) {
            add("indexingService", indexing, "a service's short name has 1 to 256 characters, none of them / or \\");
        } else if (OF_IIS.matcher(indexing).matches()) {
            add("indexingService", indexing, "this is a service of IIS itself; name it in services");
        }
        return this;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void add(String field, String value, String why) {
        problems.add(new Problem(field, value, why));
    }
}
