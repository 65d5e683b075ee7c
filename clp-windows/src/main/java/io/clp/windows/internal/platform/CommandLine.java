package io.clp.windows.internal.platform;

import java.util.List;

/**
 * An argument list as the one line that Windows hands to a program. {@code CommandLineToArgvW}, and the C runtime of programs, split it into
 * the same list again.
 *
 * <p>The rules: an argument is quoted where it is empty or has a character that somebody reads as more than itself; within quotes a quote is
 * written {@code \"}; backslashes double where a quote follows them, the closing one included, and only there. Of the program's own name
 * nothing is ever escaped: it is quoted, and may hold no quote.
 */
final class CommandLine {
    /** The longest line that CreateProcessW takes, the end mark aside. */
    static final int LONGEST = 32_766;

    /** What may stand without quotes, beside letters and digits; wildcards may not: some runtimes expand them. */
    private static final String PLAIN = "\\/:.-_=+@,~#$";

    private CommandLine() {}

    /** Returns the line for a command whose program's name holds no quote. */
    static String of(List<String> command) {
        StringBuilder line = new StringBuilder();
        String program = command.get(0);
        if (isPlain(program)) {
            line.append(program);
        } else {
            line.append('"').append(program).append('"');
        }
        for (String argument : command.subList(1, command.size())) {
            append(argument, line.append(' '));
        }
        return line.toString();
    }

    /**
     * Returns the line that lets cmd.exe run a batch file without arguments. With /s it takes away the outer quotes and nothing else, so
     * that all but a percent sign stands for itself between the inner ones; /d runs no commands from the registry.
     */
    static String ofBatchFile(String path) {
        return "cmd.exe /d /v:off /s /c \"\"" + path + "\"\"";
    }

    private static void append(String argument, StringBuilder line) {
        if (isPlain(argument)) {
            line.append(argument);
            return;
        }
        line.append('"');
        int backslashes = 0;
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '"') {
                line.append("\\".repeat(backslashes + 1));
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            line.append(c);
        }
        line.append("\\".repeat(backslashes)).append('"');
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.codePoints().allMatch(it -> Character.isLetterOrDigit(it) || PLAIN.indexOf(it) >= 0);
    }
}
