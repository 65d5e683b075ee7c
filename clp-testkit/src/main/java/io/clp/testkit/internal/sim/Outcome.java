package io.clp.testkit.internal.sim;

/** How a wait ended. */
enum Outcome {
    DONE,
    TIMED_OUT,
    INTERRUPTED
}
