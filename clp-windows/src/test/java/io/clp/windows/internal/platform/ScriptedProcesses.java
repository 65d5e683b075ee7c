package io.clp.windows.internal.platform;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import io.clp.windows.internal.win32.TerminationApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that end processes, over one that a test describes. */
final class ScriptedProcesses implements TerminationApi {
    final List<String> calls = new ArrayList<>();
    int openFails;
    int terminateFails;
    int open;
    Runnable whenOpened = () -> {};

    @Override
    public @Nullable HANDLE OpenProcess(int access, boolean inherit, int processId) {
        calls.add("OpenProcess " + access + " " + processId);
        if (openFails != 0) {
            Native.setLastError(openFails);
            return null;
        }
        open++;
        whenOpened.run();
        return new HANDLE(Pointer.createConstant(processId));
    }

    @Override
    public boolean TerminateProcess(HANDLE process, int exitCode) {
        calls.add("TerminateProcess " + Pointer.nativeValue(process.getPointer()));
        Native.setLastError(terminateFails);
        return terminateFails == 0;
    }

    @Override
    public boolean CloseHandle(HANDLE handle) {
        open--;
        return true;
    }
}
