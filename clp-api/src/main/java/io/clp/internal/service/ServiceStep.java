package io.clp.internal.service;

import io.clp.resource.ResourceException;
import java.time.Duration;

/** What a run of the rules does next. */
sealed interface ServiceStep {
    /** Ask the Service Control Manager for what is wanted. */
    record Act() implements ServiceStep {}

    /** Wait until the status changes. */
    record Wait(Duration most) implements ServiceStep {
        private static final Duration LONG = Duration.ofDays(1);

        /** Returns a wait that only the limit ends. */
        static Wait forChange() {
            return new Wait(LONG);
        }
    }

    /** Wait so long, or until the status changes, and forget the last answer. */
    record RetryAfter(Duration pause) implements ServiceStep {}

    /** Stop the services that depend on it and run, then forget the last answer. */
    record StopDependents() implements ServiceStep {}

    /** It is as it was wanted. */
    record Done() implements ServiceStep {}

    /** It cannot be as it was wanted. */
    record Fail(ResourceException error) implements ServiceStep {}
}
