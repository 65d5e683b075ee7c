package io.clp.config.internal.script;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of Windows as texts: nothing is looked up. */
final class Directories {
    private Directories() {}

    /** The full path that a path means in a folder, without "." and "..". */
    static String resolve(String directory, String path) {
        String slashed = path.replace('/', '\\');
        String full;
        if (slashed.startsWith("\\\\") || (slashed.length() > 2 && slashed.startsWith(":\\", 1))) {
            full = slashed;
        } else if (slashed.length() > 1 && slashed.charAt(1) == ':') {
            full = slashed.regionMatches(true, 0, directory, 0, 2)
                    ? directory + "\\" + slashed.substring(2)
                    : slashed.substring(0, 2) + "\\" + slashed.substring(2);
        } else if (slashed.startsWith("\\")) {
            full = directory.substring(0, Math.min(2, directory.length())) + slashed;
        } else {
            full = directory + "\\" + slashed;
        }
        return normal(full);
    }

    private static String normal(String full) {
        String root = full.startsWith("\\\\") ? "\\\\" : "";
        Deque<String> names = new ArrayDeque<>();
        for (String name : full.substring(root.length()).split("\\\\", -1)) {
            if (name.equals("..")) {
                if (names.size() > 1) {
                    names.removeLast();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        String joined = root + String.join("\\", names);
        boolean folder = full.endsWith("\\") || joined.length() == 2;
        return folder && !joined.endsWith("\\") ? joined + "\\" : joined;
    }

    /** A folder as the current directory: without the last backslash, except behind a drive. */
    static String folder(String path) {
        boolean root = path.length() <= 3;
        return path.endsWith("\\") && !root ? path.substring(0, path.length() - 1) : path;
    }
}
