package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.VolumeApi;
import java.util.List;

/**
 * Volumes of the node, and where they are mounted. What returns an int returns the Windows error code, 0 for success. Names end with a
 * backslash. Thread-safe.
 */
public final class VolumeDriver {
    /** A GUID path has 49 characters, and a zero at its end. */
    private static final int VOLUME_LENGTH = 50;

    private static final int FILE_SYSTEM_LENGTH = 261;
    /** Room for a path of MAX_PATH and many drives; a volume has few mount points. */
    private static final int PATHS_LENGTH = 4096;

    private static final int MORE_DATA = 234;

    private final VolumeApi api;

    /**
     * Makes the driver.
     *
     * @param api the volume functions
     */
    public VolumeDriver(VolumeApi api) {
        this.api = api;
    }

    /** {@return the driver of this machine's volumes} */
    public static VolumeDriver load() {
        return new VolumeDriver(Natives.load("kernel32", VolumeApi.class));
    }

    /**
     * Opens a volume for nothing but a look at its state, which mounts no file system.
     *
     * @param volume its GUID path
     * @return to be closed, whether it is open or not
     */
    public VolumeHandle look(String volume) {
        return open(volume, VolumeApi.NO_ACCESS);
    }

    /**
     * Opens a volume to read it.
     *
     * @param volume its GUID path
     * @return to be closed, whether it is open or not
     */
    public VolumeHandle openToRead(String volume) {
        return open(volume, VolumeApi.GENERIC_READ);
    }

    /**
     * Opens a volume for all that changes its state.
     *
     * @param volume its GUID path
     * @return to be closed, whether it is open or not
     */
    public VolumeHandle openToChange(String volume) {
        return open(volume, VolumeApi.GENERIC_READ | VolumeApi.GENERIC_WRITE);
    }

    private VolumeHandle open(String volume, int access) {
        String device = volume.substring(0, volume.length() - 1); // with the backslash it would be the root folder
        return new VolumeHandle(
                api,
                api.CreateFile(
                        device,
                        access,
                        VolumeApi.FILE_SHARE_READ | VolumeApi.FILE_SHARE_WRITE,
                        null,
                        VolumeApi.OPEN_EXISTING,
                        0,
                        null));
    }

    /**
     * Tells which volume is mounted.
     *
     * @param mountPoint a drive or folder
     * @return a GUID path of the volume, or the code of why there is none
     */
    public Named volumeAt(String mountPoint) {
        char[] name = new char[VOLUME_LENGTH];
        boolean named = api.GetVolumeNameForVolumeMountPoint(mountPoint, name, name.length);
        return named ? new Named(0, Native.toString(name)) : new Named(Native.getLastError(), "");
    }

    /**
     * Lists where a volume is mounted, by what the mount manager remembers of it.
     *
     * @param volume its GUID path
     * @return drives and folders; empty where there are none, or no such volume
     */
    public List<String> mountPointsOf(String volume) {
        char[] paths = new char[PATHS_LENGTH];
        IntByReference needed = new IntByReference();
        if (api.GetVolumePathNamesForVolumeName(volume, paths, paths.length, needed)) {
            return Native.toStringList(paths);
        }
        int code = Native.getLastError();
        if (code == MORE_DATA) {
            throw new NativeCallException("list the mount points of " + volume, code);
        }
        return List.of();
    }

    /**
     * Mounts a volume.
     *
     * @param mountPoint a free drive or an empty folder
     * @param volume its GUID path
     * @return the code
     */
    public int mount(String mountPoint, String volume) {
        return api.SetVolumeMountPoint(mountPoint, volume) ? 0 : Native.getLastError();
    }

    /**
     * Ends a mount, whatever volume it is of.
     *
     * @param mountPoint a drive or folder
     * @return the code
     */
    public int unmount(String mountPoint) {
        return api.DeleteVolumeMountPoint(mountPoint) ? 0 : Native.getLastError();
    }

    /**
     * Asks the file system at a mount point about itself.
     *
     * @param mountPoint a drive or folder
     * @return the code
     */
    public int fileSystemAt(String mountPoint) {
        char[] name = new char[FILE_SYSTEM_LENGTH];
        return api.GetVolumeInformation(mountPoint, null, 0, null, null, null, name, name.length)
                ? 0
                : Native.getLastError();
    }

    /**
     * The volume at a mount point.
     *
     * @param code 0 where there is one, else the code of why not
     * @param volume its GUID path; empty where there is none
     */
    public record Named(int code, String volume) {}
}
