package io.clp.config.internal.read;

import io.clp.config.ReadOptions;
import io.clp.config.internal.model.ResourceSpec;
import io.clp.config.internal.model.ServiceSpec;
import io.clp.config.internal.xml.Element;
import java.util.Optional;

/** Reads Windows services. */
final class ServiceReader implements TypeReader {
    private final Notes notes;
    private final Values values;
    private final ServiceNames names;

    ServiceReader(Notes notes, ReadOptions options) {
        this.notes = notes;
        values = new Values(notes);
        names = new ServiceNames(options);
    }

    @Override
    public Optional<ResourceSpec> read(Found found, GroupFrame group) {
        Element element = found.element();
        Optional<Element> at = element.find("parameters/name");
        if (at.isEmpty() || at.get().text().isEmpty()) {
            notes.problem(at.orElse(element), "the service's name is missing: parameters/name");
            return Optional.empty();
        }
        String service = service(at.get());
        boolean taken = values.flag(element, "parameters/started", false);
        ServiceSpec spec = new ServiceSpec(found.id(), service, !taken);
        if (!notes.check(at.get(), spec::build)) {
            return Optional.empty();
        }
        notes.kept(
                element,
                taken
                        ? "the service " + service + "; it is taken over where it runs already"
                        : "the service " + service + "; it is an error where it runs already");
        return Optional.of(spec);
    }

    private String service(Element at) {
        Optional<String> known = names.shortName(at.text());
        if (known.isPresent()) {
            notes.kept(at, "the display name of " + known.get());
        } else if (ServiceNames.looksDisplayed(at.text())) {
            notes.differs(
                    at,
                    "it looks like a display name and is used as the short name; give the short one by ReadOptions, service");
        } else {
            notes.kept(at);
        }
        return known.orElse(at.text());
    }
}
