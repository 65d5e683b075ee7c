package io.clp.windows.internal.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the file of a program. A name without a folder is looked for in the absolute folders of the command's PATH, then in the system
 * folder; never in the current one, nor in the one of this Java, where anybody might have put a file of that name.
 */
final class ProgramLookup {
    private static final List<String> RUNNABLE = List.of(".com", ".exe", ".bat", ".cmd");
    /** What is tried behind a name that says nothing, in the order of PATHEXT; batch files are named in full. */
    private static final List<String> TRIED = List.of(".com", ".exe");

    private final Map<String, String> environment;
    private final Predicate<String> isFile;

    /** Looks by the variables of an environment whose names are compared without regard to case. */
    ProgramLookup(Map<String, String> environment, Predicate<String> isFile) {
        this.environment = environment;
        this.isFile = isFile;
    }

    /** Returns the path of a program; empty where there is none. */
    Optional<String> find(String program) {
        List<String> names = new ArrayList<>();
        if (RUNNABLE.stream().noneMatch(bare(program)::endsWith)) {
            TRIED.forEach(it -> names.add(program + it));
        }
        names.add(program);
        return folders(program).stream()
                .flatMap(folder -> names.stream().map(name -> folder + name))
                .filter(isFile)
                .findFirst();
    }

    /** Returns the system folder, with its backslash. */
    String systemFolder() {
        return environment.getOrDefault("SystemRoot", "C:\\Windows") + "\\System32\\";
    }

    /** Returns whether Windows would run a file by cmd.exe. It does not see dots and spaces at the end of a name. */
    static boolean isBatchFile(String path) {
        String bare = bare(path);
        return bare.endsWith(".bat") || bare.endsWith(".cmd");
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[. ]+$", "");
    }

    private List<String> folders(String program) {
        if (program.indexOf('\\') >= 0 || program.indexOf('/') >= 0 || program.indexOf(':') >= 0) {
            return List.of("");
        }
        List<String> folders = new ArrayList<>();
        for (String entry : environment.getOrDefault("PATH", "").split(";", -1)) {
            String folder = entry.replace("\"", "").strip();
            if (isAbsolute(folder)) {
                folders.add(folder.endsWith("\\") || folder.endsWith("/") ? folder : folder + "\\");
            }
        }
        folders.add(systemFolder());
        return folders;
    }

    private static boolean isAbsolute(String folder) {
        return folder.matches("[A-Za-z]:[\\\\/].*") || folder.startsWith("\\\\");
    }
}
