package io.clp.windows.internal.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.internal.win32.STARTUPINFOEX;
import java.util.List;

/** Processes, their start and their end. Thread-safe. */
public final class ProcessDriver {
    private static final int ENDED = 1;

    private final ProcessApi api;

    /**
     * Makes a driver.
     *
     * @param api the declarations
     */
    public ProcessDriver(ProcessApi api) {
        this.api = api;
    }

    /**
     * Creates a process that has no window, inherits two handles and nothing else, and runs no code yet.
     *
     * @param application path of the program
     * @param commandLine what it is called with, its own name first
     * @param environment its whole environment, as a block
     * @param input inheritable, what it reads
     * @param output inheritable, what it writes to, errors too
     * @return the process; to be resumed or terminated
     */
    public StartedProcess createSuspended(
            String application, String commandLine, String environment, KernelHandle input, KernelHandle output)
            throws CallFailedException {
        STARTUPINFOEX startup = new STARTUPINFOEX();
        startup.StartupInfo.cb.setValue(startup.size());
        startup.StartupInfo.dwFlags = ProcessApi.STARTF_USESTDHANDLES;
        startup.StartupInfo.hStdInput = input.value();
        startup.StartupInfo.hStdOutput = output.value();
        startup.StartupInfo.hStdError = output.value();
        int flags = ProcessApi.CREATE_SUSPENDED
                | ProcessApi.CREATE_NO_WINDOW
                | ProcessApi.CREATE_UNICODE_ENVIRONMENT
                | ProcessApi.EXTENDED_STARTUPINFO_PRESENT;
        PROCESS_INFORMATION made = new PROCESS_INFORMATION();
        try (AttributeList inherited = new AttributeList(api, List.of(input, output));
                Memory block = new Memory((long) environment.length() * Character.BYTES)) {
            block.write(0, environment.toCharArray(), 0, environment.length());
            startup.lpAttributeList = inherited.pointer();
            char[] line = Native.toCharArray(commandLine); // CreateProcessW writes to it
            if (!api.CreateProcess(application, line, null, null, true, flags, block, null, startup, made)) {
                throw failed("CreateProcessW");
            }
        }
        return new StartedProcess(new KernelHandle(api, made.hProcess), new KernelHandle(api, made.hThread));
    }

    /**
     * Lets a suspended process run.
     *
     * @param started was created suspended
     */
    public void resume(StartedProcess started) throws CallFailedException {
        if (api.ResumeThread(started.thread().value()) == -1) {
            throw failed("ResumeThread");
        }
    }

    /**
     * Ends one process.
     *
     * @param process any that runs
     */
    public void terminate(KernelHandle process) throws CallFailedException {
        if (!api.TerminateProcess(process.value(), ENDED)) {
            throw failed("TerminateProcess");
        }
    }

    /**
     * Waits, for as long as it takes, for the end of a process.
     *
     * @param process a process
     */
    public void awaitEnd(KernelHandle process) throws CallFailedException {
        await(process.value());
    }

    /**
     * Waits, for as long as it takes, for the end of a process or for what it writes.
     *
     * @param process a process
     * @param reader has begun to read
     * @return whether the process has ended
     */
    public boolean awaitEndOrOutput(KernelHandle process, PipeReader reader) throws CallFailedException {
        return await(process.value(), reader.event()) == 0;
    }

    /**
     * Returns the exit code of a process.
     *
     * @param process has ended
     * @return its exit code
     */
    public int exitCode(KernelHandle process) throws CallFailedException {
        IntByReference code = new IntByReference();
        if (!api.GetExitCodeProcess(process.value(), code)) {
            throw failed("GetExitCodeProcess");
        }
        return code.getValue();
    }

    /** {@return the code page in which programs without a window write} */
    public int oemCodePage() {
        return api.GetOEMCP();
    }

    /** Returns which of the objects is signalled, the first of them where several are. */
    private int await(HANDLE... objects) throws CallFailedException {
        int which = api.WaitForMultipleObjects(objects.length, objects, false, ProcessApi.INFINITE);
        if (which == ProcessApi.WAIT_FAILED) {
            throw failed("WaitForMultipleObjects");
        }
        return which - ProcessApi.WAIT_OBJECT_0;
    }

    private static CallFailedException failed(String function) {
        return new CallFailedException(function, Native.getLastError());
    }
}
