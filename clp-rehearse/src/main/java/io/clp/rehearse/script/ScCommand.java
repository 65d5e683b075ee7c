package io.clp.rehearse.script;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceState;
import io.clp.platform.WindowsErrors;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** {@code sc start|stop|query service}: asks the service control manager and waits for nothing. */
final class ScCommand {
    private final ServiceControl services;
    private final Consumer<String> output;

    ScCommand(ServiceControl services, Consumer<String> output) {
        this.services = services;
        this.output = output;
    }

    /** Returns the exit code; empty where it is another use of the program. */
    OptionalInt run(List<String> arguments) {
        if (arguments.size() < 2) {
            return OptionalInt.empty();
        }
        String service = arguments.get(1);
        return switch (arguments.get(0).toLowerCase(Locale.ROOT)) {
            case "start" -> ended("StartService", services.start(service));
            case "stop" -> ended("ControlService", services.stop(service));
            case "query" -> query(service);
            default -> OptionalInt.empty();
        };
    }

    private OptionalInt query(String service) {
        ServiceState state = services.query(service).state();
        if (state == ServiceState.NOT_INSTALLED) {
            return ended(
                    "EnumQueryServicesStatus:OpenService",
                    ActResult.of(ActResult.Kind.MISSING, WindowsErrors.SERVICE_DOES_NOT_EXIST));
        }
        output.accept("SERVICE_NAME: " + service);
        output.accept("        STATE              : " + state);
        return OptionalInt.of(0);
    }

    private OptionalInt ended(String function, ActResult result) {
        if (result.windowsCode() != 0) {
            output.accept("[SC] " + function + " FAILED " + result.windowsCode());
        }
        return OptionalInt.of(result.windowsCode());
    }
}
