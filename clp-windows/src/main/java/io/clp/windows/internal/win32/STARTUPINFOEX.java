package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.WinBase.STARTUPINFO;
import org.jspecify.annotations.Nullable;

/** STARTUPINFOEXW of winbase.h. */
@FieldOrder({"StartupInfo", "lpAttributeList"})
public class STARTUPINFOEX extends Structure {
    public STARTUPINFO StartupInfo = new STARTUPINFO();
    public @Nullable Pointer lpAttributeList;
}
