package io.clp.testkit.internal.fake;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.testkit.FakeCommands;
import java.util.List;

/** {@code net start x} and {@code net stop x [/y]}. Exit code 2 for whatever is not done, also for what is so already. */
final class NetCommand implements FakeCommands.Script {
    private static final int FAILED = 2;
    private static final int SYNTAX = 1;

    private final Machine machine;
    private final ServiceWait wait;

    NetCommand(Machine machine) {
        this.machine = machine;
        wait = new ServiceWait(machine);
    }

    @Override
    public int run(FakeCommands.Call call) throws InterruptedException {
        List<String> words = call.command();
        int verb = words.size()
                - words.stream()
                        .dropWhile(it -> !CommandLine.programName(it).equals("net"))
                        .toList()
                        .size()
                + 1;
        if (words.size() < verb + 2) {
            call.prints("The syntax of this command is:");
            return SYNTAX;
        }
        String service = words.get(verb + 1);
        if (machine.services().query(service).state() == ServiceState.NOT_INSTALLED) {
            return fails(call, "The service name is invalid.", 2185);
        }
        return switch (Text.fold(words.get(verb))) {
            case "start" -> start(call, service);
            case "stop" -> stop(call, service, words.stream().anyMatch(it -> it.equalsIgnoreCase("/y")));
            default -> SYNTAX;
        };
    }

    private int start(FakeCommands.Call call, String service) throws InterruptedException {
        ActResult asked = machine.services().start(service);
        if (asked.kind() == ActResult.Kind.ALREADY) {
            return fails(call, "The requested service has already been started.", 2182);
        }
        call.prints("The " + service + " service is starting.");
        ServiceStatus end = wait.whilePending(service, ServiceState.START_PENDING);
        if (!asked.holds() || end.state() != ServiceState.RUNNING) {
            return fails(call, "The " + service + " service could not be started.", 3523);
        }
        call.prints("The " + service + " service was started successfully.");
        return 0;
    }

    private int stop(FakeCommands.Call call, String service, boolean dependentsToo) throws InterruptedException {
        if (machine.services().query(service).state() == ServiceState.STOPPED) {
            return fails(call, "The " + service + " service is not started.", 3521);
        }
        List<String> dependents = machine.services().runningDependents(service);
        if (!dependents.isEmpty()) {
            call.prints("The following services are dependent on the " + service + " service.");
            dependents.forEach(it -> call.prints("   " + it));
            if (!dependentsToo) {
                call.prints("Do you want to continue this operation? (Y/N) [N]:");
                return FAILED;
            }
        }
        for (String dependent : dependents) {
            if (!stopOne(call, dependent)) {
                return FAILED;
            }
        }
        return stopOne(call, service) ? 0 : FAILED;
    }

    private boolean stopOne(FakeCommands.Call call, String service) throws InterruptedException {
        call.prints("The " + service + " service is stopping.");
        machine.services().stop(service);
        if (wait.whilePending(service, ServiceState.STOP_PENDING).state() == ServiceState.STOPPED) {
            call.prints("The " + service + " service was stopped successfully.");
            return true;
        }
        call.prints("The " + service + " service could not be stopped.");
        return false;
    }

    private static int fails(FakeCommands.Call call, String text, int help) {
        call.prints(text);
        call.prints("");
        call.prints("More help is available by typing NET HELPMSG " + help + ".");
        return FAILED;
    }
}
