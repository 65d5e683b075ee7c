package io.clp.testkit.internal.fake;

import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import io.clp.testkit.FakeCommands;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** One call of a program. */
final class CommandCall implements FakeCommands.Call {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Machine machine;
    private final List<String> command;
    private final Map<String, String> environment;
    private final ArmRequests requests;
    private final StringBuilder output = new StringBuilder();

    CommandCall(
            Machine machine, List<String> command, Map<String, String> environment, Optional<ArmRequests> requests) {
        this.machine = machine;
        this.command = List.copyOf(command);
        this.environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        this.requests = requests.orElseGet(() -> new InstalledArm(machine));
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public synchronized void prints(String line) {
        output.append(line).append("\r\n");
    }

    synchronized String output() {
        return output.toString();
    }

    @Override
    public void takes(Duration time) throws InterruptedException {
        machine.timeline().sleep(time);
    }

    @Override
    public void hangs() throws InterruptedException {
        machine.timeline().await(new CompletableFuture<>(), FOREVER);
    }

    @Override
    public int armLoad(String watchId, String service) throws InterruptedException {
        return answered(requests.load(watchId, service));
    }

    @Override
    public int armKill(String watchId) throws InterruptedException {
        return answered(requests.kill(watchId));
    }

    @Override
    public int armBcast(String message) {
        return answered(requests.broadcast(message));
    }

    @Override
    public int armLog(String line) {
        return answered(requests.log(line));
    }

    private int answered(CommandResult answer) {
        answer.output().lines().forEach(this::prints);
        return answer.exitCode();
    }

    @Override
    public String toString() {
        return String.join(" ", command);
    }
}
