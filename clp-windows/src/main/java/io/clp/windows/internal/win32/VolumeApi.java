package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Volumes and where they are mounted (kernel32.dll: fileapi.h, winbase.h, ioapiset.h, winioctl.h). What returns false has set the last
 * error. Names of volumes and mount points end with a backslash, except in {@link #CreateFile}.
 */
public interface VolumeApi extends StdCallLibrary {
    /** Asks for no right but to look at the device. */
    int NO_ACCESS = 0;
    /** May read. */
    int GENERIC_READ = 0x80000000;
    /** May write. */
    int GENERIC_WRITE = 0x40000000;
    /** Others may read meanwhile. */
    int FILE_SHARE_READ = 1;
    /** Others may write meanwhile. */
    int FILE_SHARE_WRITE = 2;
    /** Opens what is there, makes nothing. */
    int OPEN_EXISTING = 3;

    /** Locks the volume for this handle; fails while any file on it is open. */
    int FSCTL_LOCK_VOLUME = 0x90018;
    /** Ends the use of the volume by its file system. */
    int FSCTL_DISMOUNT_VOLUME = 0x90020;
    /** Lets input and output through to the disk. */
    int IOCTL_VOLUME_ONLINE = 0x56C008;
    /** Keeps input and output from the disk. */
    int IOCTL_VOLUME_OFFLINE = 0x56C00C;
    /** Succeeds where the volume is offline. */
    int IOCTL_VOLUME_IS_OFFLINE = 0x560010;

    /**
     * Opens a device.
     *
     * @param name without a trailing backslash: with it, it would be the root folder
     * @param access rights
     * @param share what others may do
     * @param security null
     * @param disposition {@link #OPEN_EXISTING}
     * @param flags 0
     * @param template null
     * @return a handle to close, or INVALID_HANDLE_VALUE
     */
    HANDLE CreateFile(
            String name,
            int access,
            int share,
            @Nullable Pointer security,
            int disposition,
            int flags,
            @Nullable HANDLE template);

    /**
     * Sends a control code to a device.
     *
     * @param device an open handle
     * @param code one of those above
     * @param input null
     * @param inputSize 0
     * @param output null
     * @param outputSize 0
     * @param returned receives 0; must not be null
     * @param overlapped null
     * @return whether it was done
     */
    boolean DeviceIoControl(
            HANDLE device,
            int code,
            @Nullable Pointer input,
            int inputSize,
            @Nullable Pointer output,
            int outputSize,
            IntByReference returned,
            @Nullable Pointer overlapped);

    /**
     * Reads from a device, where size and position are multiples of its sector.
     *
     * @param file an open handle
     * @param buffer receives what was read
     * @param size how much to read, in bytes
     * @param read receives how much was read
     * @param overlapped null
     * @return whether it was done
     */
    boolean ReadFile(HANDLE file, Pointer buffer, int size, IntByReference read, @Nullable Pointer overlapped);

    /**
     * Writes what is buffered.
     *
     * @param file an open handle that may write
     * @return whether it was done
     */
    boolean FlushFileBuffers(HANDLE file);

    /**
     * Closes a handle; the lock that it holds ends.
     *
     * @param handle an open one
     * @return whether it was done
     */
    boolean CloseHandle(HANDLE handle);

    /**
     * Mounts a volume.
     *
     * @param mountPoint a free drive or an empty folder
     * @param volume its GUID path
     * @return whether it was done
     */
    boolean SetVolumeMountPoint(String mountPoint, String volume);

    /**
     * Ends the mount, whatever volume it is of.
     *
     * @param mountPoint a drive or folder
     * @return whether it was done
     */
    boolean DeleteVolumeMountPoint(String mountPoint);

    /**
     * Tells which volume is mounted.
     *
     * @param mountPoint a drive or folder
     * @param volume receives a GUID path, one of several that the volume may have
     * @param length of the buffer, in characters
     * @return whether one is mounted there
     */
    boolean GetVolumeNameForVolumeMountPoint(String mountPoint, char[] volume, int length);

    /**
     * Lists where a volume is mounted.
     *
     * @param volume its GUID path
     * @param paths receives them, each ended by a zero and the last by two
     * @param length of the buffer, in characters
     * @param needed receives how much was needed
     * @return whether it was done
     */
    boolean GetVolumePathNamesForVolumeName(String volume, char[] paths, int length, IntByReference needed);

    /**
     * Tells about the file system of a volume.
     *
     * @param root the volume or where it is mounted
     * @param label null
     * @param labelLength 0
     * @param serialNumber null
     * @param longestName null
     * @param flags null
     * @param fileSystem receives the name of the file system
     * @param fileSystemLength of that buffer, in characters
     * @return whether it could be asked
     */
    boolean GetVolumeInformation(
            String root,
            char @Nullable [] label,
            int labelLength,
            @Nullable IntByReference serialNumber,
            @Nullable IntByReference longestName,
            @Nullable IntByReference flags,
            char[] fileSystem,
            int fileSystemLength);
}
