package io.clp.resource;

import io.clp.StopCause;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe.State;
import io.clp.resource.ScriptKnowledge.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one attempt does with the scripts of a resource, and what it keeps of it in the memory of the node. */
final class ScriptOperations {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ScriptResource script;
    private final ResourceContext context;
    private final ScriptMemory memory;
    private final ScriptRunner runner;

    ScriptOperations(ScriptResource script, ResourceContext context) {
        this.script = script;
        this.context = context;
        memory = new ScriptMemory(context);
        runner = new ScriptRunner(script, context, memory);
    }

    void online() throws Exception {
        if (context.startCause().isEmpty()) {
            runner.start(); // no cluster: the script says so, and starts nothing
            return;
        }
        Probe found = probe();
        if (found.state() == State.ONLINE) {
            context.log("is online already");
            return;
        }
        boolean offline = script.ownProbe().isPresent()
                ? found.state() == State.OFFLINE
                : memory.known().kind() == Kind.STOPPED;
        if (!offline) {
            context.log("is not known to be offline, and is stopped first: " + found.detail());
            stop(Optional.of(StopCause.RESOURCE_RESTART));
        }
        start();
    }

    void offline() throws Exception {
        if (context.startCause().isEmpty()) {
            runner.stop(context.stopCause()); // no cluster: the script says so, and stops nothing
            return;
        }
        State found = probe().state();
        Kind kind = memory.known().kind();
        if (found == State.OFFLINE && (kind == Kind.STOPPED || kind == Kind.NOTHING)) {
            context.log("is offline already");
            return;
        }
        stop(context.stopCause());
    }

    Probe probe() throws Exception {
        Optional<ScriptProbe> own = script.ownProbe();
        if (own.isPresent()) {
            return own.get().probe(context);
        }
        ScriptEvidence evidence = new ScriptEvidence(context);
        if (evidence.nothingWasLeft(memory.known())) {
            // kept, because what it rests on will be online when it is to start, and then shows nothing any more
            memory.know(ScriptKnowledge.stopped());
        }
        return evidence.judge(memory.known());
    }

    private void start() throws Exception {
        ScriptKnowledge before = memory.known();
        memory.know(before.starting(script.startFile() + " began, and its end was not seen"));
        checked(before, runner::start);
        memory.know(memory.known().started());
        awaitProbed(State.ONLINE, script.startFile());
    }

    private void stop(Optional<StopCause> cause) throws Exception {
        ScriptKnowledge before = memory.known();
        memory.know(before.doubted(script.stopFile() + " began, and its end was not seen"));
        memory.know(afterStop(before, checked(before, () -> runner.stop(cause))));
        awaitProbed(State.OFFLINE, script.stopFile());
    }

    private ScriptKnowledge afterStop(ScriptKnowledge before, ScriptRequests requests) {
        List<String> running = new ArrayList<>();
        before.watches().forEach((watchId, service) -> {
            ServiceState state = context.service(service).state();
            if (state != ServiceState.STOPPED && state != ServiceState.NOT_INSTALLED && !requests.loaded(watchId)) {
                running.add("service " + service + ", loaded as " + watchId + ", is " + state);
            }
        });
        if (!running.isEmpty()) {
            return memory.known().failed("after " + script.stopFile() + ", " + String.join("; ", running));
        }
        if (before.inherited() && !requests.unknown().isEmpty() && new ScriptEvidence(context).groundIsOnline()) {
            return before.doubted(script.stopFile() + " was to end what only an earlier process can have loaded: "
                    + String.join(", ", requests.unknown()) + "; its services may still run");
        }
        return ScriptKnowledge.stopped();
    }

    /** Runs a script, and keeps what its failure says of the state. */
    private ScriptRequests checked(ScriptKnowledge before, Run run) throws InterruptedException {
        try {
            return run.run();
        } catch (ScriptException e) {
            String why = String.valueOf(e.getMessage());
            memory.know(
                    switch (e.result().end()) {
                        case NOT_STARTED -> before;
                        case TIMED_OUT -> memory.known().doubted(why);
                        case EXITED -> memory.known().failed(why);
                    });
            throw e;
        }
    }

    /** What a script began may take a while after it. */
    private void awaitProbed(State wanted, String file) throws Exception {
        Optional<ScriptProbe> own = script.ownProbe();
        if (own.isPresent()) {
            context.await(
                    "the probe of " + script.id() + " to say " + wanted + " after " + file,
                    BETWEEN_LOOKS,
                    () -> own.get().probe(context).state() == wanted);
        }
    }

    @FunctionalInterface
    private interface Run {
        ScriptRequests run() throws InterruptedException;
    }
}
