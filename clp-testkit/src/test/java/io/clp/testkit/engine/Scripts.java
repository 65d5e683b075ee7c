package io.clp.testkit.engine;

import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.ResourceId;
import io.clp.resource.Probe;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ScriptException;
import io.clp.resource.ScriptResource;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeCommands;
import io.clp.testkit.FakeCommands.Call;
import io.clp.testkit.FakeVolume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A node with a partition, and scripts on it whose calls are noted; both end with exit code 0 unless a test says otherwise. */
final class Scripts implements AutoCloseable {
    static final String FOLDER = "C:\\Program Files\\EXPRESSCLUSTER\\scripts\\web\\script";
    static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";

    final List<String> ran = new ArrayList<>();
    final FailoverGroup web;
    final Lab lab;

    private Scripts(ResourcePolicy policy, UnaryOperator<ScriptResource.Builder> definition) {
        web = Lab.group(
                "web",
                policy,
                SwitchablePartition.builder("content")
                        .volume(VOLUME)
                        .mountAt("E:\\")
                        .build(),
                definition
                        .apply(ScriptResource.builder("script").directory(FOLDER))
                        .build());
        lab = Lab.of(web);
        start(call -> 0);
        stop(call -> 0);
    }

    static Scripts of(UnaryOperator<ScriptResource.Builder> definition) {
        return new Scripts(Lab.QUICK, definition);
    }

    static Scripts trying(int retries, UnaryOperator<ScriptResource.Builder> definition) {
        Duration deadline = Duration.ofSeconds(10);
        return new Scripts(
                ResourcePolicy.builder()
                        .online(deadline, retries)
                        .offline(deadline, retries)
                        .probe(Duration.ofSeconds(2))
                        .build(),
                definition);
    }

    FakeCommands commands() {
        return lab.platform.commands();
    }

    FakeVolume volume() {
        return lab.platform.volume(VOLUME);
    }

    Scripts start(FakeCommands.Script script) {
        return when("START.BAT", script);
    }

    Scripts stop(FakeCommands.Script script) {
        return when("STOP.BAT", script);
    }

    private Scripts when(String program, FakeCommands.Script script) {
        commands().when(program, call -> {
            ran.add(line(program, call));
            return script.run(call);
        });
        return this;
    }

    private static String line(String program, Call call) {
        String factor = call.environment().getOrDefault("CLP_FACTOR", "");
        return program + " " + call.environment().get("CLP_EVENT") + " "
                + call.environment().get("CLP_DISK") + (factor.isEmpty() ? "" : " " + factor);
    }

    /** Probes the scripts outside any call. */
    Probe probe() throws Exception {
        CompletableFuture<Probe> probe = lab.node.probeAsync(web, ResourceId.of("script"));
        lab.platform.settle();
        return probe.get();
    }

    /** Returns the error of the script in a call that failed. */
    static ScriptException errorOf(GroupOperationException failed) {
        return failed.report().failures().stream()
                .map(it -> it.error())
                .filter(ScriptException.class::isInstance)
                .map(ScriptException.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no script failed", failed));
    }

    static Outcome outcomeOf(GroupOperationException failed) {
        return failed.report().failures().get(0).outcome();
    }

    /** Returns what the script's operations of a kind logged. */
    static List<String> log(Report<?> report, Operation.Kind kind) {
        return report.operations().stream()
                .filter(it -> it.kind() == kind && it.resource().value().equals("script"))
                .flatMap(it -> it.log().stream())
                .toList();
    }

    @Override
    public void close() {
        lab.close();
    }
}
