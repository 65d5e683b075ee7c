package io.clp.internal.service;

import io.clp.ClpException.Facts;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import java.util.Set;

/** What is said of a service that cannot be as it was wanted, and what the reader can do. */
final class ServiceErrors {
    private static final int SERVICE_SPECIFIC_ERROR = 1066;
    private static final int START_HANG = 1070;
    private static final int DEPENDENCY_DELETED = 1075;
    private static final int SHUTDOWN_IN_PROGRESS = 1115;

    private static final Set<Integer> PERMANENT = Set.of(
            WindowsErrors.ACCESS_DENIED,
            WindowsErrors.INVALID_SERVICE_CONTROL,
            WindowsErrors.SERVICE_DISABLED,
            WindowsErrors.SERVICE_DOES_NOT_EXIST,
            WindowsErrors.SERVICE_DEPENDENCY_FAIL,
            WindowsErrors.SERVICE_LOGON_FAILED,
            WindowsErrors.SERVICE_MARKED_FOR_DELETE,
            DEPENDENCY_DELETED,
            SHUTDOWN_IN_PROGRESS);

    private ServiceErrors() {}

    /** Returns the error of an act that Windows refused. */
    static ResourceException refused(ServiceGoal goal, String service, int code) {
        return new ResourceException(
                "service " + service + ": " + goal.verb() + " refused (" + named(code) + ")",
                facts(goal, service, code),
                Retry.USELESS,
                null);
    }

    /** Returns the error of a service that stopped again while it started. */
    static ResourceException ended(String service, int exitCode) {
        Retry retry = PERMANENT.contains(exitCode) ? Retry.USELESS : Retry.MAY_HELP;
        String how = exitCode == 0 ? "exit code 0" : "exit code " + named(exitCode);
        return new ResourceException(
                "service " + service + " stopped while it was starting, with " + how,
                facts(ServiceGoal.START, service, exitCode),
                retry,
                null);
    }

    /** Returns the error of a start that met a paused service. */
    static ResourceException paused(String service) {
        return new ResourceException(
                "service " + service + " is PAUSED: it runs, but a start does not make it work",
                facts(ServiceGoal.START, service, 0)
                        .advice("continue it (sc continue " + service + "), or stop it first"),
                Retry.USELESS,
                null);
    }

    private static Facts facts(ServiceGoal goal, String service, int code) {
        return Facts.of(goal.verb() + " of service " + service)
                .advice(advice(code))
                .windows(code);
    }

    private static String named(int code) {
        return code + " " + WindowsErrors.nameOf(code);
    }

    private static String advice(int code) {
        return switch (code) {
            case WindowsErrors.ACCESS_DENIED ->
                "run elevated, or give the account the right to query, start and stop the service";
            case WindowsErrors.INVALID_SERVICE_CONTROL ->
                "the service does not accept this control; see how it is meant to be stopped";
            case WindowsErrors.SERVICE_DISABLED -> "set its start type to manual (sc config ... start= demand)";
            case WindowsErrors.SERVICE_DOES_NOT_EXIST -> "install it, or give its short name as sc query shows it";
            case WindowsErrors.SERVICE_DEPENDENCY_FAIL ->
                "start the services it depends on and see why they fail (sc qc)";
            case WindowsErrors.SERVICE_LOGON_FAILED ->
                "check the account it logs on with: password, and the right to log on as a service";
            case WindowsErrors.SERVICE_MARKED_FOR_DELETE ->
                "it is being uninstalled: close every program that has it open (the Services console), then install it again";
            case DEPENDENCY_DELETED ->
                "a service it depends on is not installed: install that, or mend its dependencies (sc qc)";
            case SHUTDOWN_IN_PROGRESS -> "the machine is shutting down";
            case SERVICE_SPECIFIC_ERROR -> "look in the event log for the service's own error code";
            case WindowsErrors.PROCESS_ABORTED ->
                "its process ended without saying so: look in the event log for the crash";
            case START_HANG, WindowsErrors.SERVICE_REQUEST_TIMEOUT ->
                "it did not answer while starting: look in the event log for what it waits for";
            default -> "look in the event log (system, source Service Control Manager)";
        };
    }
}
