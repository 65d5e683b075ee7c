package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.ptr.PointerByReference;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.internal.win32.SecurityApi;

/** Who may open what is created with it. Of one thread. */
public final class SecurityDescriptor implements AutoCloseable {
    private final ProcessApi api;
    private final Pointer descriptor;

    private SecurityDescriptor(ProcessApi api, Pointer descriptor) {
        this.api = api;
        this.descriptor = descriptor;
    }

    /**
     * Makes a descriptor.
     *
     * @param api what frees it
     * @param security what makes it
     * @param text in the language of sddl.h
     * @return to be closed once all is created with it
     */
    public static SecurityDescriptor of(ProcessApi api, SecurityApi security, String text) throws CallFailedException {
        PointerByReference made = new PointerByReference();
        if (!security.ConvertStringSecurityDescriptorToSecurityDescriptor(
                text, SecurityApi.SDDL_REVISION_1, made, null)) {
            throw new CallFailedException(
                    "ConvertStringSecurityDescriptorToSecurityDescriptorW", Native.getLastError());
        }
        return new SecurityDescriptor(api, made.getValue());
    }

    /** {@return attributes with this descriptor, of what no process inherits} */
    SECURITY_ATTRIBUTES attributes() {
        SECURITY_ATTRIBUTES attributes = new SECURITY_ATTRIBUTES();
        attributes.lpSecurityDescriptor = descriptor;
        attributes.bInheritHandle = false;
        return attributes;
    }

    @Override
    public void close() {
        api.LocalFree(descriptor);
    }
}
