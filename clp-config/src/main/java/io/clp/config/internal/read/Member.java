package io.clp.config.internal.read;

import io.clp.config.internal.model.MonitorSpec.Schedule;
import io.clp.config.internal.model.ResourceSpec;
import io.clp.config.internal.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource of a group while it is being read. Not thread-safe. */
final class Member {
    private final Found found;
    private final Element reference;
    private @Nullable ResourceSpec spec;
    private @Nullable Schedule schedule;

    Member(Found found, Element reference) {
        this.found = found;
        this.reference = reference;
    }

    Found found() {
        return found;
    }

    /** Returns where the group names it. */
    Element reference() {
        return reference;
    }

    /** Returns what it is here; empty where it is left out. */
    Optional<ResourceSpec> spec() {
        return Optional.ofNullable(spec);
    }

    void spec(ResourceSpec value) {
        spec = value;
    }

    /** Returns when it is looked at, where a monitor of the file says so. */
    Optional<Schedule> schedule() {
        return Optional.ofNullable(schedule);
    }

    void schedule(Schedule value) {
        schedule = value;
    }

    /** Returns what it says it depends on; empty where the default dependencies hold. */
    Optional<List<Element>> depends() {
        List<Element> named = new ArrayList<>(found.element().children("depend"));
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }
}
