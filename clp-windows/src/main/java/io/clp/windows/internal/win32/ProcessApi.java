package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.BaseTSD.SIZE_T;
import com.sun.jna.platform.win32.BaseTSD.ULONG_PTRByReference;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/** Processes, job objects and pipes (kernel32: processthreadsapi.h, jobapi2.h, namedpipeapi.h, fileapi.h, synchapi.h). */
public interface ProcessApi extends StdCallLibrary {
    int CREATE_SUSPENDED = 0x4;
    int CREATE_UNICODE_ENVIRONMENT = 0x400;
    int EXTENDED_STARTUPINFO_PRESENT = 0x80000;
    int CREATE_NO_WINDOW = 0x08000000;
    int STARTF_USESTDHANDLES = 0x100;
    int PROC_THREAD_ATTRIBUTE_HANDLE_LIST = 0x20002;

    /** JobObjectExtendedLimitInformation of JOBOBJECTINFOCLASS. */
    int JOB_OBJECT_EXTENDED_LIMIT_INFORMATION = 9;

    int JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE = 0x2000;

    int PIPE_ACCESS_INBOUND = 0x1;
    int FILE_FLAG_FIRST_PIPE_INSTANCE = 0x80000;
    int FILE_FLAG_OVERLAPPED = 0x40000000;
    /** PIPE_TYPE_BYTE, PIPE_READMODE_BYTE and PIPE_WAIT are 0. */
    int PIPE_REJECT_REMOTE_CLIENTS = 0x8;

    int GENERIC_READ = 0x80000000;
    int GENERIC_WRITE = 0x40000000;
    int FILE_SHARE_READ = 0x1;
    int FILE_SHARE_WRITE = 0x2;
    int OPEN_EXISTING = 3;

    int INFINITE = -1;
    int WAIT_OBJECT_0 = 0;
    int WAIT_FAILED = -1;

    int ERROR_BROKEN_PIPE = 109;
    int ERROR_IO_INCOMPLETE = 996;
    int ERROR_IO_PENDING = 997;

    @Nullable
    HANDLE CreateJobObject(@Nullable SECURITY_ATTRIBUTES security, @Nullable String name);

    boolean SetInformationJobObject(HANDLE job, int kind, JOBOBJECT_EXTENDED_LIMIT_INFORMATION info, int size);

    boolean AssignProcessToJobObject(HANDLE job, HANDLE process);

    boolean TerminateJobObject(HANDLE job, int exitCode);

    boolean InitializeProcThreadAttributeList(@Nullable Pointer list, int count, int flags, ULONG_PTRByReference size);

    boolean UpdateProcThreadAttribute(
            Pointer list,
            int flags,
            SIZE_T attribute,
            Pointer value,
            SIZE_T size,
            @Nullable Pointer previous,
            @Nullable Pointer returned);

    void DeleteProcThreadAttributeList(Pointer list);

    boolean CreateProcess(
            String application,
            char[] commandLine,
            @Nullable SECURITY_ATTRIBUTES process,
            @Nullable SECURITY_ATTRIBUTES thread,
            boolean inheritHandles,
            int flags,
            Pointer environment,
            @Nullable String directory,
            STARTUPINFOEX startup,
            PROCESS_INFORMATION made);

    int ResumeThread(HANDLE thread);

    boolean GetExitCodeProcess(HANDLE process, IntByReference exitCode);

    boolean TerminateProcess(HANDLE process, int exitCode);

    HANDLE GetCurrentProcess();

    HANDLE CreateNamedPipe(
            String name,
            int openMode,
            int pipeMode,
            int instances,
            int outBuffer,
            int inBuffer,
            int defaultTimeout,
            @Nullable SECURITY_ATTRIBUTES security);

    HANDLE CreateFile(
            String name,
            int access,
            int share,
            @Nullable SECURITY_ATTRIBUTES security,
            int disposition,
            int flags,
            @Nullable HANDLE template);

    @Nullable
    HANDLE CreateEvent(
            @Nullable SECURITY_ATTRIBUTES security, boolean manualReset, boolean signalled, @Nullable String name);

    boolean ReadFile(HANDLE file, Pointer buffer, int size, @Nullable IntByReference read, Pointer overlapped);

    boolean GetOverlappedResult(HANDLE file, Pointer overlapped, IntByReference transferred, boolean wait);

    boolean CancelIoEx(HANDLE file, Pointer overlapped);

    boolean SetEvent(HANDLE event);

    int WaitForSingleObjectEx(HANDLE handle, int millis, boolean alertable);

    int WaitForMultipleObjects(int count, HANDLE[] handles, boolean all, int millis);

    boolean CloseHandle(HANDLE handle);

    int GetOEMCP();
}
