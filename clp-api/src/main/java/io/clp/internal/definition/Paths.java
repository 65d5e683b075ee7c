package io.clp.internal.definition;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What volume names and mount points may look like on Windows. Text only: the build's own paths are another system's. */
public final class Paths {
    private static final String HEX = "[0-9A-Fa-f]";
    private static final Pattern VOLUME =
            Pattern.compile("\\\\\\\\\\?\\\\Volume\\{" + HEX + "{8}(?:-" + HEX + "{4}){3}-" + HEX + "{12}\\}\\\\");
    /** Windows drops dots and blanks at the end of a name: with them, one folder would have several names. */
    private static final Pattern MOUNT_POINT =
            Pattern.compile("[A-Za-z]:\\\\(?:[^\\\\/:*?\"<>|\\p{Cntrl}]*[^\\\\/:*?\"<>|\\p{Cntrl}. ]\\\\)*");

    /** As for mount points; and nothing that cmd.exe reads as more than itself: {@code & ^ % !}. */
    private static final String SCRIPT_NAME = "[^\\\\/:*?\"<>|&^%!\\p{Cntrl}]*[^\\\\/:*?\"<>|&^%!\\p{Cntrl}. ]";

    private static final Pattern SCRIPT_FOLDER = Pattern.compile(
            "(?:[A-Za-z]:\\\\|\\\\\\\\" + SCRIPT_NAME + "\\\\" + SCRIPT_NAME + "\\\\)(?:" + SCRIPT_NAME + "\\\\)*");
    private static final Pattern SCRIPT_FILE = Pattern.compile("(?i)" + SCRIPT_NAME + "\\.(?:bat|cmd)");
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\\..*");

    private static final int LONGEST = 259; // MAX_PATH without its terminating null

    private Paths() {}

    /** Returns what is wrong with a volume's name, or null. */
    public static @Nullable String volumeProblem(@Nullable String value) {
        return value != null && VOLUME.matcher(value).matches()
                ? null
                : "a volume is named by its GUID path with a trailing backslash, \\\\?\\Volume{...}\\, as mountvol shows it";
    }

    /** Returns what is wrong with a mount point, or null. */
    public static @Nullable String mountPointProblem(@Nullable String value) {
        if (value == null
                || value.length() > LONGEST
                || !MOUNT_POINT.matcher(value).matches()) {
            return "a mount point is a drive or a folder with a trailing backslash, E:\\ or E:\\content\\, of at most "
                    + LONGEST + " characters";
        }
        return value.equalsIgnoreCase("C:\\") ? "C:\\ is the system's own drive" : null;
    }

    /** Returns what is wrong with a folder of scripts, or null; with or without its trailing backslash. */
    public static @Nullable String scriptFolderProblem(@Nullable String value) {
        return value != null
                        && !value.endsWith(":") // where that drive happens to be
                        && value.length() <= LONGEST
                        && SCRIPT_FOLDER.matcher(withBackslash(value)).matches()
                ? null
                : "a folder of scripts is a whole path, C:\\scripts or \\\\server\\share\\scripts, of at most "
                        + LONGEST + " characters, without any of / : * ? \" < > | & ^ % !";
    }

    /** Returns what is wrong with the name of a script, or null. */
    public static @Nullable String scriptFileProblem(@Nullable String value) {
        return value != null
                        && value.length() <= LONGEST
                        && SCRIPT_FILE.matcher(value).matches()
                        && !DEVICE.matcher(value).matches()
                ? null
                : "a script is a file name that ends in .bat or .cmd, without a path and any of / : * ? \" < > | & ^ % !";
    }

    /** Returns what is wrong with the path of a script whose folder and name are right by themselves, or null. */
    public static @Nullable String scriptPathProblem(String folder, String file) {
        return withBackslash(folder).length() + file.length() <= LONGEST
                ? null
                : "the whole path of a script has at most " + LONGEST + " characters";
    }

    /** Returns a folder's path with its trailing backslash. */
    public static String withBackslash(String folder) {
        return folder.endsWith("\\") ? folder : folder + "\\";
    }
}
