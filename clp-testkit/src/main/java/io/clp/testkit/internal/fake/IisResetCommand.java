package io.clp.testkit.internal.fake;

import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.testkit.FakeCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code iisreset [/start | /stop | /restart] [/noforce] [/timeout:seconds]}: stops, then starts the services of IIS; FTP only where it
 * is the old one. What does not stop in time is terminated, unless /noforce is given.
 */
final class IisResetCommand implements FakeCommands.Script {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(20);
    private static final Set<String> OLD_FTP_VERSIONS = Set.of("6.0", "7.0");
    private static final String TIMEOUT = "/timeout:";
    private static final int FAILED = 1;

    private final Machine machine;
    private final ServiceWait wait;

    IisResetCommand(Machine machine) {
        this.machine = machine;
        wait = new ServiceWait(machine);
    }

    @Override
    public int run(FakeCommands.Call call) throws InterruptedException {
        Set<String> options = call.command().stream()
                .map(Text::fold)
                .filter(it -> it.startsWith("/"))
                .collect(Collectors.toSet());
        boolean force = !options.contains("/noforce");
        if (options.contains("/reboot") || options.contains("/rebootonerror")) {
            call.prints("Not implemented");
            return FAILED;
        }
        if (options.contains("/start")) {
            return start(call, limit(options, RESTART_LIMIT), "started");
        }
        boolean onlyStop = options.contains("/stop");
        if (!stop(call, limit(options, onlyStop ? STOP_LIMIT : RESTART_LIMIT), force)) {
            return FAILED;
        }
        return onlyStop ? 0 : start(call, limit(options, RESTART_LIMIT), "restarted");
    }

    private boolean stop(FakeCommands.Call call, Duration limit, boolean force) throws InterruptedException {
        call.prints("Attempting stop...");
        Deadline deadline = Deadline.in(limit, machine.timeline());
        List<String> order = new ArrayList<>();
        for (String service : covered()) {
            order.addAll(0, List.of(service));
            order.addAll(0, machine.services().runningDependents(service));
        }
        for (String service : order.stream().distinct().toList()) {
            if (!stopOne(service, deadline, force)) {
                call.prints(
                        "The service did not respond to the control request in a timely fashion. (" + service + ")");
                return false;
            }
        }
        call.prints("Internet services successfully stopped");
        return true;
    }

    private boolean stopOne(String service, Deadline deadline, boolean force) throws InterruptedException {
        wait.untilSettled(service, deadline);
        machine.services().stop(service);
        ServiceStatus status = wait.untilSettled(service, deadline);
        if (status.state() != ServiceState.STOPPED && force) {
            machine.services().terminate(service, status.processId());
            status = machine.services().query(service);
        }
        return status.state() == ServiceState.STOPPED;
    }

    private int start(FakeCommands.Call call, Duration limit, String done) throws InterruptedException {
        call.prints("Attempting start...");
        Deadline deadline = Deadline.in(limit, machine.timeline());
        for (String service : covered()) {
            wait.untilSettled(service, deadline);
            machine.services().start(service);
            if (wait.untilSettled(service, deadline).state() != ServiceState.RUNNING) {
                call.prints("The service did not respond to the start request in a timely fashion. (" + service + ")");
                return FAILED;
            }
        }
        call.prints("Internet services successfully " + done);
        return 0;
    }

    /** Returns the services that it covers on this machine, in the order in which they start. */
    private List<String> covered() {
        List<String> names = new ArrayList<>(List.of("IISADMIN", "WAS", "W3SVC"));
        if (OLD_FTP_VERSIONS.contains(machine.world.setup.iisVersion)) {
            names.add("MSFTPSVC");
        }
        names.removeIf(it -> machine.services().query(it).state() == ServiceState.NOT_INSTALLED);
        return names;
    }

    private static Duration limit(Set<String> options, Duration usual) {
        return options.stream()
                .filter(it ->
                        it.startsWith(TIMEOUT) && it.substring(TIMEOUT.length()).matches("\\d{1,5}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it.substring(TIMEOUT.length()))))
                .findFirst()
                .orElse(usual);
    }
}
