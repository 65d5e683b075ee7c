package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/** Security descriptors (advapi32: sddl.h). */
public interface SecurityApi extends StdCallLibrary {
    int SDDL_REVISION_1 = 1;

    boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
            String text, int revision, PointerByReference descriptor, @Nullable Pointer size);
}
