package io.clp.config.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a command. */
public final class Words {
    /** What the interpreter does itself. */
    private static final Set<String> BUILTINS = Set.of(
            "break",
            "call",
            "cd",
            "chdir",
            "cls",
            "color",
            "echo",
            "endlocal",
            "exit",
            "goto",
            "path",
            "pause",
            "popd",
            "prompt",
            "pushd",
            "rem",
            "set",
            "setlocal",
            "shift",
            "title",
            "ver",
            "verify");
    /** What it would do itself, and what the host is asked for. */
    private static final Set<String> OF_FILES = Set.of(
            "assoc", "copy", "date", "del", "dir", "erase", "ftype", "md", "mkdir", "mklink", "move", "rd", "ren",
            "rename", "rmdir", "start", "time", "type", "vol");

    private static final String ENDS_BUILTIN = "./\\:+([]\"" + Characters.DELIMITERS;

    private Words() {}

    /** {@return the name of the interpreter's own command that a command calls, lower case; empty where it calls a program} */
    public static String builtin(String text) {
        String name = letters(text);
        return BUILTINS.contains(name) ? name : "";
    }

    /** {@return what follows the name of the interpreter's own command} */
    public static String afterBuiltin(String text) {
        String stripped = skipDelimiters(text);
        return stripped.substring(letters(text).length());
    }

    private static String letters(String text) {
        String stripped = skipDelimiters(text);
        int to = 0;
        while (to < stripped.length() && Character.isLetter(stripped.charAt(to))) {
            to++;
        }
        boolean whole = to == stripped.length() || ENDS_BUILTIN.indexOf(stripped.charAt(to)) >= 0;
        return whole ? stripped.substring(0, to).toLowerCase(Locale.ROOT) : "";
    }

    /** {@return the program as it is written, with its folder, without quotes} */
    public static String path(String text) {
        String stripped = skipDelimiters(text);
        String name = letters(text);
        return OF_FILES.contains(name)
                ? name
                : stripped.substring(0, programEnd(stripped)).replace("\"", "");
    }

    /** {@return what follows the program, as it is written} */
    public static String afterProgram(String text) {
        String stripped = skipDelimiters(text);
        String name = letters(text);
        return stripped.substring(OF_FILES.contains(name) ? name.length() : programEnd(stripped));
    }

    /** {@return the program's name, lower case, without folder and without the ending of a program} */
    public static String program(String text) {
        String path = path(text);
        String name = path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1)
                .toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") || name.endsWith(".com") ? name.substring(0, name.length() - 4) : name;
    }

    private static int programEnd(String stripped) {
        boolean quoted = false;
        int to = 0;
        while (to < stripped.length() && (quoted || !Characters.isDelimiter(stripped.charAt(to)))) {
            quoted ^= stripped.charAt(to) == '"';
            to++;
        }
        return to;
    }

    static String skipDelimiters(String text) {
        int from = 0;
        while (from < text.length() && Characters.isDelimiter(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    /** The words as a script that is called gets them: quotes are kept, commas and equal signs separate. */
    static List<String> forScript(String text) {
        return split(text, Characters.DELIMITERS, true);
    }

    /** {@return the words as a program gets them: quotes are taken away, blanks separate} */
    public static List<String> forProgram(String text) {
        return split(text, " \t", false);
    }

    private static List<String> split(String text, String separators, boolean keepsQuotes) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!keepsQuotes && c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                word.append('"');
                any = true;
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                any = true;
                if (keepsQuotes) {
                    word.append(c);
                }
            } else if (!quoted && separators.indexOf(c) >= 0) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
