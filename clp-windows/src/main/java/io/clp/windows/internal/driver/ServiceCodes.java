package io.clp.windows.internal.driver;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.ServiceState;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourceException.Retry;

/** What the codes of the Service Control Manager mean for an act and for an observation. */
public final class ServiceCodes {
    private static final int RPC_S_SERVER_UNAVAILABLE = 1722;
    private static final int RPC_S_CALL_FAILED = 1726;
    private static final int RPC_S_CALL_FAILED_DNE = 1727;

    private ServiceCodes() {}

    /** {@return whether it says that no service has this name, or that none can have it} */
    public static boolean absent(int code) {
        return code == WindowsErrors.SERVICE_DOES_NOT_EXIST || code == WindowsErrors.INVALID_NAME;
    }

    /** {@return whether it says that the connection to the Service Control Manager is gone: a new one may work} */
    public static boolean disconnected(int code) {
        return code == WindowsErrors.INVALID_HANDLE
                || code == RPC_S_SERVER_UNAVAILABLE
                || code == RPC_S_CALL_FAILED
                || code == RPC_S_CALL_FAILED_DNE;
    }

    /** {@return whether an observation that failed so may succeed later} */
    public static Retry retry(int code) {
        return code == WindowsErrors.SERVICE_DATABASE_LOCKED || disconnected(code) ? Retry.MAY_HELP : Retry.USELESS;
    }

    /** {@return what became of a start that was answered so} */
    public static ActResult start(int code) {
        return ActResult.of(code == WindowsErrors.SERVICE_ALREADY_RUNNING ? Kind.ALREADY : kind(code), code);
    }

    /**
     * Returns what became of a stop.
     *
     * @param code the answer
     * @param state the state that came with it
     * @return busy also for 1052 from a service in between: it accepts no control yet, or no more
     */
    public static ActResult stop(int code, ServiceState state) {
        if (code == WindowsErrors.SERVICE_NOT_ACTIVE) {
            return ActResult.of(Kind.ALREADY, code);
        }
        boolean inBetween = code == WindowsErrors.INVALID_SERVICE_CONTROL && state.pending();
        return ActResult.of(inBetween ? Kind.BUSY : kind(code), code);
    }

    /** {@return what became of a change of the configuration that was answered so} */
    public static ActResult change(int code) {
        return ActResult.of(kind(code), code);
    }

    private static Kind kind(int code) {
        return switch (code) {
            case 0 -> Kind.DONE;
            case WindowsErrors.SERVICE_DOES_NOT_EXIST, WindowsErrors.INVALID_NAME -> Kind.MISSING;
            case WindowsErrors.DEPENDENT_SERVICES_RUNNING,
                    WindowsErrors.SERVICE_DATABASE_LOCKED,
                    WindowsErrors.SERVICE_CANNOT_ACCEPT_CTRL -> Kind.BUSY;
            default -> Kind.REFUSED;
        };
    }
}
