package io.clp.windows.internal.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A command as Windows takes it: the program's file, the line, and the whole environment as a block. */
record Launch(String application, String commandLine, String environment) {
    private static final int FILE_NOT_FOUND = 2;
    private static final int INVALID_PARAMETER = 87;
    private static final int FILENAME_EXCED_RANGE = 206;

    /** A command that Windows is not even asked to start: it could not, or not as it was meant. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;
        private final int code;

        RefusedException(int code, String why) {
            this.why = why;
            this.code = code;
        }

        @Override
        public String getMessage() {
            return why;
        }

        /** Returns the Windows error code that names the reason best. */
        int code() {
            return code;
        }
    }

    /**
     * Prepares a command.
     *
     * @param isFile whether a path is that of a file
     * @throws IllegalArgumentException there is not even a program
     */
    static Launch of(
            List<String> command,
            Map<String, String> inherited,
            Map<String, String> environment,
            Predicate<String> isFile)
            throws RefusedException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least a program");
        }
        check(command, environment);
        Map<String, String> variables = EnvironmentBlock.merged(inherited, environment);
        ProgramLookup lookup = new ProgramLookup(variables, isFile);
        String program =
                lookup.find(command.get(0)).orElseThrow(() -> new RefusedException(FILE_NOT_FOUND, "no such program"));
        boolean batch = ProgramLookup.isBatchFile(program);
        if (batch) {
            checkBatchFile(command, program);
        }
        String line = batch ? CommandLine.ofBatchFile(program) : CommandLine.of(command);
        if (line.length() > CommandLine.LONGEST) {
            throw new RefusedException(FILENAME_EXCED_RANGE, "the command line is longer than Windows takes");
        }
        String application = batch ? lookup.systemFolder() + "cmd.exe" : program;
        return new Launch(application, line, EnvironmentBlock.of(variables));
    }

    private static void check(List<String> command, Map<String, String> environment) throws RefusedException {
        String program = command.get(0);
        if (program.isBlank() || program.indexOf('"') >= 0) {
            throw new RefusedException(INVALID_PARAMETER, "a program has a name, without quotes");
        }
        if (command.stream().anyMatch(it -> it.indexOf('\0') >= 0)) {
            throw new RefusedException(INVALID_PARAMETER, "an argument cannot hold the character NUL");
        }
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (!EnvironmentBlock.isValid(variable.getKey(), variable.getValue())) {
                throw new RefusedException(INVALID_PARAMETER, "no variable can be called " + variable.getKey());
            }
        }
    }

    /** cmd.exe reads what it is given by rules of its own, by which an argument could become a command. */
    private static void checkBatchFile(List<String> command, String path) throws RefusedException {
        if (command.size() > 1) {
            throw new RefusedException(
                    INVALID_PARAMETER,
                    "a batch file takes no arguments, which cmd.exe might run as commands; give it environment variables");
        }
        if (path.indexOf('%') >= 0) {
            throw new RefusedException(
                    INVALID_PARAMETER, "cmd.exe replaces what stands between percent signs in a path");
        }
    }
}
