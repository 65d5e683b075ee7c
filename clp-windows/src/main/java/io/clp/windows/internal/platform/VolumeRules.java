package io.clp.windows.internal.platform;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.VolumeStatus;
import io.clp.platform.WindowsErrors;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** What is decided about volumes without asking Windows: names, what a code means, and the status that follows from what was seen. */
final class VolumeRules {
    static final ActResult ALREADY = ActResult.of(Kind.ALREADY, 0);
    static final ActResult BAD_NAME = ActResult.of(Kind.REFUSED, WindowsErrors.INVALID_NAME);
    static final ActResult MOUNT_POINT_IN_USE = ActResult.of(Kind.BUSY, WindowsErrors.DIR_NOT_EMPTY);

    private static final String HEX = "[0-9A-Fa-f]";
    private static final Pattern VOLUME = Pattern.compile(
            "\\\\\\\\\\?\\\\Volume\\{" + HEX + "{8}(?:-" + HEX + "{4}){3}-" + HEX + "{12}\\}\\\\",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MOUNT_POINT = Pattern.compile("[A-Za-z]:\\\\(?:[^\\\\/:*?\"<>|\\p{Cntrl}]+\\\\)*");

    private static final int LONGEST = 259; // MAX_PATH without its terminating null

    private static final int INVALID_FUNCTION = 1;
    private static final int INVALID_DRIVE = 15;
    private static final int BAD_UNIT = 20;
    private static final int CRC = 23;
    private static final int GEN_FAILURE = 31;
    private static final int LOCK_VIOLATION = 33;
    private static final int DEV_NOT_EXIST = 55;
    private static final int WRITE_PROTECT = 19;
    private static final int NO_SUCH_DEVICE = 433;
    private static final int IO_DEVICE = 1117;
    private static final int DEVICE_NOT_CONNECTED = 1167;
    private static final int BAD_PATHNAME = 161;
    private static final int DIRECTORY = 267;
    private static final int NOT_A_REPARSE_POINT = 4390;

    /** The volume, or the way to its disk, is not there. */
    private static final Set<Integer> LOST = Set.of(
            WindowsErrors.FILE_NOT_FOUND,
            WindowsErrors.PATH_NOT_FOUND,
            INVALID_DRIVE,
            BAD_UNIT,
            WindowsErrors.NOT_READY,
            CRC,
            DEV_NOT_EXIST,
            NO_SUCH_DEVICE,
            IO_DEVICE,
            DEVICE_NOT_CONNECTED);
    /** Something holds it now. So 5 too: without elevation there is no platform, so that it means a lock or an open file. */
    private static final Set<Integer> HELD = Set.of(
            WindowsErrors.ACCESS_DENIED,
            WindowsErrors.SHARING_VIOLATION,
            LOCK_VIOLATION,
            WindowsErrors.DIR_NOT_EMPTY,
            WindowsErrors.BUSY);
    /** There is no mount point of that name. */
    private static final Set<Integer> NO_MOUNT_POINT = Set.of(
            INVALID_FUNCTION,
            WindowsErrors.FILE_NOT_FOUND,
            WindowsErrors.PATH_NOT_FOUND,
            INVALID_DRIVE,
            WindowsErrors.INVALID_PARAMETER,
            WindowsErrors.INVALID_NAME,
            BAD_PATHNAME,
            DIRECTORY,
            NOT_A_REPARSE_POINT);
    /** Asked whether it is offline, a volume says no; what cannot be taken offline, does not know the question. */
    private static final Set<Integer> NOT_OFFLINE =
            Set.of(INVALID_FUNCTION, GEN_FAILURE, WindowsErrors.NOT_SUPPORTED, WindowsErrors.INVALID_PARAMETER);

    /** Which volume a mount point names; unknown where the code says nothing that is understood. */
    enum Mount {
        NOTHING,
        THIS,
        OTHER,
        UNKNOWN
    }

    /** What can be said of a volume without its mount point. */
    enum Presence {
        ONLINE,
        OFFLINE,
        MISSING,
        UNKNOWN
    }

    private VolumeRules() {}

    static boolean isVolume(String name) {
        return VOLUME.matcher(name).matches();
    }

    static boolean isMountPoint(String name) {
        return name.length() <= LONGEST && MOUNT_POINT.matcher(name).matches();
    }

    /**
     * Returns which volume a mount point names.
     *
     * @param code of asking which it is
     * @param found the answer
     * @param volume the volume meant
     * @param alsoMounted whether the mount manager lists the mount point under the volume meant: a volume may have several GUID paths,
     *     and one whose disk is lost cannot tell its own
     * @return unknown where the code says nothing that is understood
     */
    static Mount mount(int code, String found, String volume, BooleanSupplier alsoMounted) {
        if (code == 0 && found.equalsIgnoreCase(volume)) {
            return Mount.THIS;
        }
        if (NO_MOUNT_POINT.contains(code)) {
            return Mount.NOTHING;
        }
        if (code != 0 && !isLost(code)) {
            return Mount.UNKNOWN;
        }
        return alsoMounted.getAsBoolean() ? Mount.THIS : Mount.OTHER;
    }

    static boolean contains(List<String> mountPoints, String mountPoint) {
        return mountPoints.stream().anyMatch(mountPoint::equalsIgnoreCase);
    }

    /**
     * Returns what can be said of a volume.
     *
     * @param isOffline the code of asking it whether it is offline
     * @return unknown where the code says nothing that is understood
     */
    static Presence presence(int isOffline) {
        if (isOffline == 0) {
            return Presence.OFFLINE;
        }
        if (NOT_OFFLINE.contains(isOffline)) {
            return Presence.ONLINE;
        }
        return isLost(isOffline) ? Presence.MISSING : Presence.UNKNOWN;
    }

    /**
     * Returns the status, where both are known. A volume that is offline, or gone, though its mount point is still there, cannot be
     * read.
     */
    static VolumeStatus status(Mount mount, Presence presence, BooleanSupplier readable) {
        if (mount == Mount.OTHER) {
            return VolumeStatus.OTHER_VOLUME;
        }
        boolean online = presence == Presence.ONLINE;
        if (mount == Mount.THIS) {
            return online && readable.getAsBoolean() ? VolumeStatus.MOUNTED : VolumeStatus.UNREADABLE;
        }
        if (online) {
            return VolumeStatus.NOT_MOUNTED;
        }
        return presence == Presence.OFFLINE ? VolumeStatus.OFFLINE : VolumeStatus.MISSING;
    }

    /** Returns whether a code says that the volume, or the way to its disk, is not there. */
    static boolean isLost(int code) {
        return LOST.contains(code);
    }

    /** Returns whether a step of taking a volume offline came as far as it could: it is done, or the disk is lost. */
    static boolean isPassed(int code) {
        return code == 0 || isLost(code);
    }

    /** Returns whether nothing is left to be written: it is done, or the disk is lost or takes no writes. */
    static boolean isFlushed(int code) {
        return isPassed(code) || code == WRITE_PROTECT;
    }

    /** Returns the result of an act on a volume that failed. */
    static ActResult failed(int code) {
        return ActResult.of(isLost(code) ? Kind.MISSING : HELD.contains(code) ? Kind.BUSY : Kind.REFUSED, code);
    }

    /** Returns the result of a mount that failed: what is not there is the folder, not the volume. */
    static ActResult notMounted(int code) {
        return ActResult.of(
                HELD.contains(code) && code != WindowsErrors.ACCESS_DENIED ? Kind.BUSY : Kind.REFUSED, code);
    }
}
