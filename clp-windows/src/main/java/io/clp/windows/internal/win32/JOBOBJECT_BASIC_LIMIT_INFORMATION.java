package io.clp.windows.internal.win32;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.BaseTSD.SIZE_T;
import com.sun.jna.platform.win32.BaseTSD.ULONG_PTR;

/** JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h. */
@FieldOrder({
    "PerProcessUserTimeLimit",
    "PerJobUserTimeLimit",
    "LimitFlags",
    "MinimumWorkingSetSize",
    "MaximumWorkingSetSize",
    "ActiveProcessLimit",
    "Affinity",
    "PriorityClass",
    "SchedulingClass"
})
public class JOBOBJECT_BASIC_LIMIT_INFORMATION extends Structure {
    public long PerProcessUserTimeLimit;
    public long PerJobUserTimeLimit;
    public int LimitFlags;
    public SIZE_T MinimumWorkingSetSize = new SIZE_T();
    public SIZE_T MaximumWorkingSetSize = new SIZE_T();
    public int ActiveProcessLimit;
    public ULONG_PTR Affinity = new ULONG_PTR();
    public int PriorityClass;
    public int SchedulingClass;
}
