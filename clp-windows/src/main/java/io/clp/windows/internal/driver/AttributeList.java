package io.clp.windows.internal.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.BaseTSD.SIZE_T;
import com.sun.jna.platform.win32.BaseTSD.ULONG_PTR;
import com.sun.jna.platform.win32.BaseTSD.ULONG_PTRByReference;
import io.clp.windows.internal.win32.ProcessApi;
import java.util.List;

/** The handles that a new process inherits, and no others: a PROC_THREAD_ATTRIBUTE_LIST with one attribute. */
final class AttributeList implements AutoCloseable {
    private final ProcessApi api;
    private final Memory list;
    /** The list points into it. */
    private final Memory handles;

    AttributeList(ProcessApi api, List<KernelHandle> inherited) throws CallFailedException {
        this.api = api;
        ULONG_PTRByReference size = new ULONG_PTRByReference(new ULONG_PTR(0));
        api.InitializeProcThreadAttributeList(null, 1, 0, size); // fails, and tells the size
        list = new Memory(Math.max(1, size.getValue().longValue()));
        handles = new Memory((long) Native.POINTER_SIZE * inherited.size());
        for (int i = 0; i < inherited.size(); i++) {
            handles.setPointer(
                    (long) Native.POINTER_SIZE * i, inherited.get(i).value().getPointer());
        }
        if (!api.InitializeProcThreadAttributeList(list, 1, 0, size)) {
            throw failed("InitializeProcThreadAttributeList");
        }
        if (!api.UpdateProcThreadAttribute(
                list,
                0,
                new SIZE_T(ProcessApi.PROC_THREAD_ATTRIBUTE_HANDLE_LIST),
                handles,
                new SIZE_T(handles.size()),
                null,
                null)) {
            CallFailedException failed = failed("UpdateProcThreadAttribute");
            api.DeleteProcThreadAttributeList(list);
            throw failed;
        }
    }

    Pointer pointer() {
        return list;
    }

    @Override
    public void close() {
        api.DeleteProcThreadAttributeList(list);
        handles.close();
        list.close();
    }

    private CallFailedException failed(String function) {
        return new CallFailedException(function, Native.getLastError());
    }
}
