package io.clp.windows.internal.driver;

import io.clp.ClpException.Facts;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourceException;
import java.util.Locale;

/** What is thrown where the Service Control Manager does not even let itself be asked. */
public final class ServiceFaults {
    private ServiceFaults() {}

    /**
     * Returns the fault of an observation.
     *
     * @param attempted what was observed, "query of service W3SVC"
     * @param function the function of Windows that failed
     * @param code what it said
     * @return the fault, with code, name and advice
     */
    public static ResourceException of(String attempted, String function, int code) {
        String message = String.format(
                Locale.ROOT, "%s: %s failed (%d %s)", attempted, function, code, WindowsErrors.nameOf(code));
        Facts facts = Facts.of(attempted).advice(advice(code)).windows(code);
        return new ResourceException(message, facts, ServiceCodes.retry(code), null);
    }

    private static String advice(int code) {
        if (code == WindowsErrors.ACCESS_DENIED) {
            return "run elevated, or give the account the right to query the service and its configuration";
        } else if (ServiceCodes.disconnected(code)) {
            return "the Service Control Manager does not answer: see whether the machine is starting or shutting down";
        }
        return "look in the event log (system, source Service Control Manager)";
    }
}
