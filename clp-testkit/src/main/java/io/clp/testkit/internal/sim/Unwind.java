package io.clp.testkit.internal.sim;

import java.io.Serial;

/** What the timeline throws into a task that can never go on, so that its stack ends and its thread is free again. */
final class Unwind extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    Unwind() {
        super("the simulation is over; this task is being ended", null, false, false);
    }
}
