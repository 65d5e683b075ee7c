package io.clp.config.internal.read;

import io.clp.config.internal.model.ApplicationSpec;
import io.clp.config.internal.model.ResourceSpec;
import io.clp.config.internal.xml.Element;
import java.util.List;
import java.util.Optional;

/** Reads applications. Those that stay in their start command are left out: such a process would end with this library's. */
final class ApplicationReader implements TypeReader {
    private final Notes notes;
    private final Values values;

    ApplicationReader(Notes notes) {
        this.notes = notes;
        values = new Values(notes);
    }

    @Override
    public Optional<ResourceSpec> read(Found found, GroupFrame group) {
        Element element = found.element();
        int before = notes.problemCount();
        boolean resident = values.flag(element, "parameters/resident", true);
        Optional<Element> start =
                element.find("parameters/actpath").filter(it -> !it.text().isEmpty());
        if (start.isEmpty()) {
            notes.problem(element, "the command that starts is missing: parameters/actpath");
        }
        if (notes.problemCount() > before) {
            return Optional.empty();
        }
        if (resident) {
            notes.leftOut(element, "an application that stays in its start command is not run: make it a service");
            return Optional.empty();
        }
        Optional<Element> stop =
                element.find("parameters/deactpath").filter(it -> !it.text().isEmpty());
        List<String> stopCommand = stop.map(it -> CommandLine.split(it.text())).orElse(List.of());
        ApplicationSpec spec = new ApplicationSpec(
                found.id(), CommandLine.split(start.orElseThrow().text()), stopCommand);
        if (!notes.check(start.orElseThrow(), spec::build)) {
            return Optional.empty();
        }
        notes.kept(start.orElseThrow());
        stop.ifPresent(notes::kept);
        notes.differs(element, "an application; its commands run as the user of this library, any exit code is normal");
        return Optional.of(spec);
    }
}
