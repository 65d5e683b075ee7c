package io.clp.windows.internal.win32;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.BaseTSD.SIZE_T;

/** JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h. */
@FieldOrder({
    "BasicLimitInformation",
    "IoInfo",
    "ProcessMemoryLimit",
    "JobMemoryLimit",
    "PeakProcessMemoryUsed",
    "PeakJobMemoryUsed"
})
public class JOBOBJECT_EXTENDED_LIMIT_INFORMATION extends Structure {
    public JOBOBJECT_BASIC_LIMIT_INFORMATION BasicLimitInformation = new JOBOBJECT_BASIC_LIMIT_INFORMATION();
    public IO_COUNTERS IoInfo = new IO_COUNTERS();
    public SIZE_T ProcessMemoryLimit = new SIZE_T();
    public SIZE_T JobMemoryLimit = new SIZE_T();
    public SIZE_T PeakProcessMemoryUsed = new SIZE_T();
    public SIZE_T PeakJobMemoryUsed = new SIZE_T();
}
