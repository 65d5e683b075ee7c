package io.clp.script;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A program that a script runs, as it is at that moment: every variable is expanded. Immutable.
 *
 * @param program the file name, lower case, without folder and without {@code .exe} or {@code .com}: "armload", "net"
 * @param arguments the arguments as a C program gets them, without quotes
 * @param text the whole command, quotes included, redirection left out
 * @param file the script's file name
 * @param line where the command begins, from 1
 * @param directory the script's current directory
 * @param input the lines that are piped into it, as far as they are known
 * @param environment the variables, whose names are looked up without regard to case
 */
public record ScriptCommand(
        String program,
        List<String> arguments,
        String text,
        String file,
        int line,
        String directory,
        List<String> input,
        Map<String, String> environment) {
    /**
     * Keeps copies.
     *
     * @param program the file name, lower case, without folder and without {@code .exe} or {@code .com}: "armload", "net"
     * @param arguments the arguments as a C program gets them, without quotes
     * @param text the whole command, quotes included, redirection left out
     * @param file the script's file name
     * @param line where the command begins, from 1
     * @param directory the script's current directory
     * @param input the lines that are piped into it, as far as they are known
     * @param environment the variables, whose names are looked up without regard to case
     */
    public ScriptCommand {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(directory, "directory");
        arguments = List.copyOf(arguments);
        input = List.copyOf(input);
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(environment);
        environment = Collections.unmodifiableMap(copy);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + text;
    }
}
