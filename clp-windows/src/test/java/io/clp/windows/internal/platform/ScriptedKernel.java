package io.clp.windows.internal.platform;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.VolumeApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The volumes of a machine in memory, by Windows' documented rules; logs its calls and fails those that a test wants to fail. */
final class ScriptedKernel implements VolumeApi {
    static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";
    static final String OTHER = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-200000000000}\\";

    final List<String> calls = new ArrayList<>();
    /** Volumes that the machine sees, by name, and whether they are online. */
    final Map<String, Boolean> online = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** What is mounted where. */
    final Map<String, String> mounts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** The volume's other name, which it tells at its mount points. */
    @Nullable
    String alias;

    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<Long, String> open = new HashMap<>();
    private final Map<Long, Boolean> dismounted = new HashMap<>();
    private long handles = 0x100;

    ScriptedKernel() {
        online.put(VOLUME, false);
        online.put(OTHER, false);
    }

    /** Lets every call of a function, or of a control code, fail. */
    ScriptedKernel failing(String call, int code) {
        failures.put(call, code);
        return this;
    }

    void mend() {
        failures.clear();
    }

    int openHandles() {
        return open.size();
    }

    private boolean done(String call, int code) {
        calls.add(call);
        int failure = failures.getOrDefault(call.split(" ", 2)[0], code);
        Native.setLastError(failure);
        return failure == 0;
    }

    @Override
    public HANDLE CreateFile(
            String name,
            int access,
            int share,
            @Nullable Pointer security,
            int disposition,
            int flags,
            @Nullable HANDLE template) {
        String volume = name + "\\";
        if (!done("CreateFile " + Integer.toHexString(access), online.containsKey(volume) ? 0 : 2)) {
            return WinBase.INVALID_HANDLE_VALUE;
        }
        open.put(++handles, volume);
        return new HANDLE(Pointer.createConstant(handles));
    }

    @Override
    public boolean DeviceIoControl(
            HANDLE device,
            int code,
            @Nullable Pointer input,
            int inputSize,
            @Nullable Pointer output,
            int outputSize,
            IntByReference returned,
            @Nullable Pointer overlapped) {
        long handle = Pointer.nativeValue(device.getPointer());
        String volume = open.getOrDefault(handle, "closed");
        return switch (code) {
            case FSCTL_LOCK_VOLUME -> done("LOCK", 0);
            case FSCTL_DISMOUNT_VOLUME -> {
                dismounted.put(handle, true);
                yield done("DISMOUNT", 0);
            }
            case IOCTL_VOLUME_IS_OFFLINE -> done("IS_OFFLINE", online.get(volume) ? 31 : 0);
            case IOCTL_VOLUME_ONLINE -> {
                boolean up = done("ONLINE", 0);
                online.computeIfPresent(volume, (name, was) -> was || up);
                yield up;
            }
            case IOCTL_VOLUME_OFFLINE -> {
                boolean down = done("OFFLINE", dismounted.containsKey(handle) ? 0 : 5);
                online.computeIfPresent(volume, (name, was) -> was && !down);
                yield down;
            }
            default -> throw new AssertionError("control code " + Integer.toHexString(code));
        };
    }

    @Override
    public boolean ReadFile(HANDLE file, Pointer buffer, int size, IntByReference read, @Nullable Pointer overlapped) {
        String volume = open.getOrDefault(Pointer.nativeValue(file.getPointer()), "closed");
        return done("ReadFile", online.get(volume) ? 0 : 21);
    }

    @Override
    public boolean FlushFileBuffers(HANDLE file) {
        return done("FlushFileBuffers", 0);
    }

    @Override
    public boolean CloseHandle(HANDLE handle) {
        boolean known = open.remove(Pointer.nativeValue(handle.getPointer())) != null;
        return done("CloseHandle", known ? 0 : 6);
    }

    @Override
    public boolean SetVolumeMountPoint(String mountPoint, String volume) {
        boolean done = done("SetVolumeMountPoint " + mountPoint, mounts.containsKey(mountPoint) ? 145 : 0);
        if (done) {
            mounts.put(mountPoint, volume);
        }
        return done;
    }

    @Override
    public boolean DeleteVolumeMountPoint(String mountPoint) {
        boolean done = done("DeleteVolumeMountPoint " + mountPoint, mounts.containsKey(mountPoint) ? 0 : 2);
        if (done) {
            mounts.remove(mountPoint);
        }
        return done;
    }

    @Override
    public boolean GetVolumeNameForVolumeMountPoint(String mountPoint, char[] volume, int length) {
        String found = mounts.get(mountPoint);
        boolean done = done("GetVolumeName " + mountPoint, found == null ? 2 : 0);
        if (done && found != null) {
            copy(VOLUME.equalsIgnoreCase(found) && alias != null ? alias : found, volume);
        }
        return done;
    }

    @Override
    public boolean GetVolumePathNamesForVolumeName(String volume, char[] paths, int length, IntByReference needed) {
        StringBuilder all = new StringBuilder();
        mounts.forEach((path, name) -> all.append(name.equalsIgnoreCase(volume) ? path + '\0' : ""));
        boolean done = done("GetVolumePathNames", 0);
        if (done) {
            copy(all.toString(), paths);
        }
        return done;
    }

    @Override
    public boolean GetVolumeInformation(
            String root,
            char @Nullable [] label,
            int labelLength,
            @Nullable IntByReference serialNumber,
            @Nullable IntByReference longestName,
            @Nullable IntByReference flags,
            char[] fileSystem,
            int fileSystemLength) {
        boolean readable = online.getOrDefault(mounts.getOrDefault(root, ""), false);
        return done("GetVolumeInformation " + root.toUpperCase(Locale.ROOT), readable ? 0 : 21);
    }

    private static void copy(String text, char[] to) {
        text.getChars(0, text.length(), to, 0);
        to[text.length()] = 0;
    }
}
