package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.platform.win32.WinNT.OSVERSIONINFO;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.NtdllApi;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.internal.win32.RegistryApi;
import io.clp.windows.internal.win32.SystemApi;
import io.clp.windows.internal.win32.TokenApi;

/** Names, versions and the rights of this process. Thread-safe. */
public final class NodeDriver {
    private static final int FILE_NOT_FOUND = 2;
    private static final int LONGEST_NAME = 256;

    private final ProcessApi processes = Natives.load("kernel32", ProcessApi.class);
    private final SystemApi system = Natives.load("kernel32", SystemApi.class);
    private final NtdllApi ntdll = Natives.load("ntdll", NtdllApi.class);
    private final TokenApi tokens = Natives.load("advapi32", TokenApi.class);
    private final RegistryApi registry = Natives.load("advapi32", RegistryApi.class);

    /** Makes a driver. */
    public NodeDriver() {}

    /** {@return the NetBIOS name of this computer, not that of a cluster role that this process may belong to} */
    public String computerName() throws CallFailedException {
        char[] name = new char[LONGEST_NAME];
        IntByReference size = new IntByReference(name.length);
        if (!system.GetComputerNameEx(SystemApi.COMPUTER_NAME_PHYSICAL_NET_BIOS, name, size)) {
            throw failed("GetComputerNameExW");
        }
        return new String(name, 0, size.getValue());
    }

    /** {@return major.minor.build, the true one, whatever this program is declared compatible with} */
    public String windowsVersion() throws CallFailedException {
        OSVERSIONINFO version = new OSVERSIONINFO();
        int status = ntdll.RtlGetVersion(version);
        if (status != 0) {
            throw new CallFailedException("RtlGetVersion", status);
        }
        return version.dwMajorVersion + "." + version.dwMinorVersion + "." + version.dwBuildNumber;
    }

    /** {@return a handle of the token of this process, for questions} */
    public KernelHandle openToken() throws CallFailedException {
        HANDLEByReference token = new HANDLEByReference();
        if (!tokens.OpenProcessToken(processes.GetCurrentProcess(), TokenApi.TOKEN_QUERY, token)) {
            throw failed("OpenProcessToken");
        }
        return new KernelHandle(processes, token.getValue());
    }

    /**
     * Returns whether a token is elevated.
     *
     * @param token a token
     * @return whether it is
     */
    public boolean elevated(KernelHandle token) throws CallFailedException {
        IntByReference elevated = new IntByReference();
        IntByReference length = new IntByReference();
        if (!tokens.GetTokenInformation(token.value(), TokenApi.TOKEN_ELEVATION, elevated, Integer.BYTES, length)) {
            throw failed("GetTokenInformation");
        }
        return elevated.getValue() != 0;
    }

    /**
     * Opens a key below HKEY_LOCAL_MACHINE, in the view of 64-bit programs.
     *
     * @param name its path
     * @return the key; not open where there is none
     */
    public RegistryKey openKey(String name) throws CallFailedException {
        HANDLEByReference key = new HANDLEByReference();
        int code = registry.RegOpenKeyEx(
                RegistryApi.HKEY_LOCAL_MACHINE,
                name,
                0,
                RegistryApi.KEY_QUERY_VALUE | RegistryApi.KEY_WOW64_64KEY,
                key);
        if (code != 0 && code != FILE_NOT_FOUND) {
            throw new CallFailedException("RegOpenKeyExW", code);
        }
        return new RegistryKey(registry, code == 0 ? key.getValue() : null);
    }

    private static CallFailedException failed(String function) {
        return new CallFailedException(function, Native.getLastError());
    }
}
