package io.clp.internal.service;

import io.clp.platform.ActResult;
import io.clp.platform.WindowsErrors;

/** What the Service Control Manager's answer to an act asks of the caller. It never says in which state the service is. */
enum Answer {
    /** Nothing was asked yet, or a pause since then makes the answer void. */
    NONE,
    /** The service was told. */
    ACCEPTED,
    /** It is said to be so already: 1056, 1062. */
    THERE,
    /** It is said not to exist: 1060. */
    ABSENT,
    /** Ask again later: 1055, 1061. */
    AGAIN,
    /** Running services depend on it: 1051. */
    DEPENDENTS,
    /** It did not answer, or another service kept the Service Control Manager busy: 1053. */
    TIMED_OUT,
    /** No, and asking again is of no use. */
    REFUSED;

    /** Reads a result; the code decides before the kind, because platforms may sort codes differently. */
    static Answer of(ActResult result) {
        return switch (result.windowsCode()) {
            case WindowsErrors.SERVICE_ALREADY_RUNNING, WindowsErrors.SERVICE_NOT_ACTIVE -> THERE;
            case WindowsErrors.SERVICE_DOES_NOT_EXIST -> ABSENT;
            case WindowsErrors.SERVICE_DATABASE_LOCKED, WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL -> AGAIN;
            case WindowsErrors.DEPENDENT_SERVICES_RUNNING -> DEPENDENTS;
            case WindowsErrors.SERVICE_REQUEST_TIMEOUT -> TIMED_OUT;
            default -> ofKind(result.kind());
        };
    }

    private static Answer ofKind(ActResult.Kind kind) {
        return switch (kind) {
            case DONE -> ACCEPTED;
            case ALREADY -> THERE;
            case MISSING -> ABSENT;
            case BUSY -> AGAIN;
            case REFUSED -> REFUSED;
        };
    }
}
