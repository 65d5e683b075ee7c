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
}
