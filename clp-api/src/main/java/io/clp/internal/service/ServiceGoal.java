package io.clp.internal.service;

/** What is asked of a service. */
enum ServiceGoal {
    START(
            "start",
            "to run",
            "look in the event log for what it waits for; raise the deadline if it is only slow to start"),
    STOP(
            "stop",
            "to stop",
            "see what holds it (a request that does not end, a worker process); raise the deadline if it is only slow,"
                    + " or choose forceStop(true) to terminate the process"),
    TERMINATE(
            "terminate",
            "to be stopped after its process was ended",
            "see whether a recovery action of the service starts it again, or whether the process hangs in the kernel");

    private final String verb;
    private final String awaited;
    private final String advice;

    ServiceGoal(String verb, String awaited, String advice) {
        this.verb = verb;
        this.awaited = awaited;
        this.advice = advice;
    }

    /** Returns the act, in a word. */
    String verb() {
        return verb;
    }

    /** Returns what is awaited, as an error says it after the service's name. */
    String awaited() {
        return awaited;
    }

    /** Returns what can be done where it is not reached in time. */
    String advice() {
        return advice;
    }
}
