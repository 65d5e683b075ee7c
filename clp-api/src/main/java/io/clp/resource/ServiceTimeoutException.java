package io.clp.resource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** A Windows service did not reach the state asked for before the operation's deadline. */
public final class ServiceTimeoutException extends WaitTimeoutException {
    private static final long serialVersionUID = 1L;

    /** The short name. */
    private final String service;

    /** The process it runs in, 0 where it runs in none. */
    private final long processId;

    private final transient List<String> tried;

    /**
     * Makes the exception.
     *
     * @param service the short name
     * @param awaited what was awaited
     * @param waited how long
     * @param processId the process it runs in, 0 where it runs in none
     * @param tried what was done, in order
     * @param advice what the caller can do
     */
    public ServiceTimeoutException(
            String service, String awaited, Duration waited, long processId, List<String> tried, String advice) {
        super(
                "service " + service + (processId == 0 ? "" : " (process " + processId + ")") + " " + awaited,
                waited,
                Facts.of(String.join(", ", tried)).advice(advice));
        this.service = service;
        this.processId = processId;
        this.tried = List.copyOf(tried);
    }

    /**
     * {@return the short name of the service that is not in its state; a dependent of the one asked for, where it hangs
     * on that}
     */
    public String service() {
        return service;
    }

    /** {@return the process it ran in when this was made; empty where it ran in none} */
    public OptionalLong processId() {
        return processId == 0 ? OptionalLong.empty() : OptionalLong.of(processId);
    }

    /** {@return what was done, in order} */
    public List<String> tried() {
        return tried;
    }
}
