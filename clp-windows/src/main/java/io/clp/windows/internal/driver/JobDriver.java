package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import io.clp.windows.internal.win32.JOBOBJECT_EXTENDED_LIMIT_INFORMATION;
import io.clp.windows.internal.win32.ProcessApi;

/** Job objects: a process and all that it starts, as one thing. No breakaway is allowed. Thread-safe. */
public final class JobDriver {
    /** The exit code of processes that are ended with their job. */
    private static final int ENDED = 1;

    private final ProcessApi api;

    /**
     * Makes a driver.
     *
     * @param api the declarations
     */
    public JobDriver(ProcessApi api) {
        this.api = api;
    }

    /** {@return a new job without a name and without processes} */
    public KernelHandle create() throws CallFailedException {
        HANDLE job = api.CreateJobObject(null, null);
        if (job == null) {
            throw new CallFailedException("CreateJobObjectW", Native.getLastError());
        }
        return new KernelHandle(api, job);
    }

    /**
     * Sets what becomes of the processes when the last handle of the job is closed, be it by the death of this process.
     *
     * @param job a job
     * @param ends whether they end then
     */
    public void endsWithHandle(KernelHandle job, boolean ends) throws CallFailedException {
        JOBOBJECT_EXTENDED_LIMIT_INFORMATION info = new JOBOBJECT_EXTENDED_LIMIT_INFORMATION();
        info.BasicLimitInformation.LimitFlags = ends ? ProcessApi.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE : 0;
        if (!api.SetInformationJobObject(
                job.value(), ProcessApi.JOB_OBJECT_EXTENDED_LIMIT_INFORMATION, info, info.size())) {
            throw new CallFailedException("SetInformationJobObject", Native.getLastError());
        }
    }

    /**
     * Puts a process into a job, for ever.
     *
     * @param job a job
     * @param process a process that runs no code yet, so that what it starts is in the job too
     */
    public void assign(KernelHandle job, KernelHandle process) throws CallFailedException {
        if (!api.AssignProcessToJobObject(job.value(), process.value())) {
            throw new CallFailedException("AssignProcessToJobObject", Native.getLastError());
        }
    }

    /**
     * Ends all processes of a job.
     *
     * @param job a job
     */
    public void terminate(KernelHandle job) throws CallFailedException {
        if (!api.TerminateJobObject(job.value(), ENDED)) {
            throw new CallFailedException("TerminateJobObject", Native.getLastError());
        }
    }
}
