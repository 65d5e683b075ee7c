package io.clp.resource;

import io.clp.internal.definition.Names;
import io.clp.internal.definition.Paths;
import io.clp.internal.definition.Problems;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the definition of a script resource. */
final class ScriptCheck {
    private static final String RESERVED = "CLP_";
    private static final String CLUSTERPRO_FOLDER = "CLP_PATH";

    private final Problems problems;

    ScriptCheck(String id) {
        problems = new Problems("script resource " + id);
        problems.addIf("id", id, Names.idProblem(id));
    }

    ScriptCheck files(@Nullable String directory, String start, String stop) {
        String problem = Paths.scriptFolderProblem(directory);
        problems.addIf("directory", directory, problem);
        String folder = problem == null ? String.valueOf(directory) : "";
        file("start", folder, start);
        file("stop", folder, stop);
        return this;
    }

    private void file(String field, String folder, String file) {
        String problem = Paths.scriptFileProblem(file);
        problems.addIf(field, file, problem == null ? Paths.scriptPathProblem(folder, file) : problem);
    }

    ScriptCheck variables(Map<String, String> environment) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        environment.forEach((name, value) -> {
            problems.addIf("environment", name, Names.variableProblem(name, value));
            if (name != null && !names.add(name)) {
                problems.add("environment", name, "is set twice: Windows does not regard the case of names");
            }
            if (name != null && isReserved(name)) {
                problems.add("environment", name, "what begins with CLP_ is set by the library, CLP_PATH aside");
            }
        });
        return this;
    }

    private static boolean isReserved(String name) {
        return name.toUpperCase(Locale.ROOT).startsWith(RESERVED) && !name.equalsIgnoreCase(CLUSTERPRO_FOLDER);
    }

    void throwIfAny() {
        problems.throwIfAny();
    }
}
