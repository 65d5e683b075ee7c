package io.clp.testkit.internal.fake;

import java.util.List;

/** Which program a command line runs. */
final class CommandLine {
    private static final String ENDING = ".exe";

    private CommandLine() {}

    /** Returns the program of a command, by its name; of {@code cmd /c x} it is x. */
    static String program(List<String> command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least a program");
        }
        String first = programName(command.get(0));
        if (first.equals("cmd")) {
            for (int i = 1; i + 1 < command.size(); i++) {
                if (command.get(i).equalsIgnoreCase("/c")) {
                    return programName(command.get(i + 1));
                }
            }
        }
        return first;
    }

    /** Returns a program's name without its directory, quotes, case and ".exe". */
    static String programName(String program) {
        String bare = program.replace("\"", "");
        String file = Text.fold(bare.substring(Math.max(bare.lastIndexOf('\\'), bare.lastIndexOf('/')) + 1));
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }
}
