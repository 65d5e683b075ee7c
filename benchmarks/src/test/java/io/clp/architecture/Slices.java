package io.clp.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/**
 * The parts that must not need one another in a circle. The public packages of a module are one part, because a group has
 * resources and a resource sees its group; {@code io.clp.time} is one of its own, below. The checks of definitions are
 * part of the API they check: a builder asks them, and they throw its exception; only so are they not exported. Every other internal
 * package is a part.
 */
final class Slices implements SliceAssignment {
    static final String DEFINITION = "io.clp.internal.definition";

    private static final List<String> API = List.of(
            "io.clp",
            "io.clp.failover",
            "io.clp.monitor",
            "io.clp.platform",
            "io.clp.resource",
            "io.clp.watch",
            DEFINITION);

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        if (API.contains(name)) {
            return SliceIdentifier.of("api");
        }
        if (!Classes.isInternal(type) && !Classes.moduleOf(type).equals("clp-api")) {
            return SliceIdentifier.of("public " + Classes.moduleOf(type));
        }
        return SliceIdentifier.of(name);
    }

    @Override
    public String getDescription() {
        return "packages, the public ones of a module as one";
    }
}
