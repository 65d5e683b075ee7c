package io.clp.resource;

import io.clp.StopCause;
import io.clp.resource.Probe.State;
import io.clp.resource.ScriptKnowledge.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one attempt does with the scripts of a resource, and what it keeps of it in the memory of the node. */
final class ScriptOperations {
    private static final NodeLocal<ScriptKnowledge> KNOWN = NodeLocal.named("what is known of the scripts here");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ScriptResource script;
    private final ResourceContext context;
    private final ScriptRunner runner;

    ScriptOperations(ScriptResource script, ResourceContext context) {
        this.script = script;
        this.context = context;
        runner = new ScriptRunner(script, context);
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
        boolean offline =
                script.ownProbe().isPresent() ? found.state() == State.OFFLINE : known().kind() == Kind.STOPPED;
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
        Kind kind = known().kind();
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
        if (evidence.nothingWasLeft(known())) {
            know(
                    ScriptKnowledge
                            .stopped()); // what it rests on will be online when it is to start, and show nothing any
            // more
        }
        return evidence.judge(known());
    }

    private void start() throws Exception {
        ScriptKnowledge before = known();
        ScriptKnowledge during = before.starting(script.startFile() + " began, and its end was not seen");
        know(during);
        ScriptRequests requests = checked(before, during, runner::start);
        know(ScriptKnowledge.started(requests.loaded()));
        awaitProbed(State.ONLINE, script.startFile());
    }

    private void stop(Optional<StopCause> cause) throws Exception {
        ScriptKnowledge before = known();
        ScriptKnowledge during = before.doubted(script.stopFile() + " began, and its end was not seen");
        know(during);
        ScriptRequests requests = checked(before, during, () -> runner.stop(cause));
        know(afterStop(before, requests));
        awaitProbed(State.OFFLINE, script.stopFile());
    }

    private ScriptKnowledge afterStop(ScriptKnowledge before, ScriptRequests requests) {
        Set<String> left =
                before.stillLoaded(requests.killed(), context.watches().watches());
        if (!left.isEmpty()) {
            return before.failed(script.stopFile() + " left loaded: " + String.join(", ", left));
        }
        Set<String> unknown = new TreeSet<>(requests.unknown());
        if (before.inherited() && !unknown.isEmpty() && new ScriptEvidence(context).groundIsOnline()) {
            return before.doubted(script.stopFile() + " was to end what only an earlier process can have loaded: "
                    + String.join(", ", unknown) + "; its services may still run");
        }
        return ScriptKnowledge.stopped();
    }

    /** Runs a script, and keeps what its failure says of the state. */
    private ScriptRequests checked(ScriptKnowledge before, ScriptKnowledge during, Run run)
            throws InterruptedException {
        try {
            return run.run();
        } catch (ScriptException e) {
            String why = String.valueOf(e.getMessage());
            know(
                    switch (e.result().end()) {
                        case NOT_STARTED -> before;
                        case TIMED_OUT -> during.doubted(why);
                        case EXITED -> during.failed(why);
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

    private ScriptKnowledge known() {
        return context.get(KNOWN).orElse(ScriptKnowledge.nothing());
    }

    private void know(ScriptKnowledge knowledge) {
        context.put(KNOWN, knowledge);
    }

    @FunctionalInterface
    private interface Run {
        ScriptRequests run() throws InterruptedException;
    }
}
