package io.clp.windows.internal.driver;

/**
 * A process that was created suspended.
 *
 * @param process the process
 * @param thread its first thread
 */
public record StartedProcess(KernelHandle process, KernelHandle thread) implements AutoCloseable {
    /** Closes both handles; the process goes on. */
    @Override
    public void close() {
        thread.close();
        process.close();
    }
}
