package io.clp.resource;

import io.clp.DiskStatus;
import io.clp.StopCause;
import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import io.clp.platform.ScriptRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs the scripts of a resource for one attempt. */
final class ScriptRunner {
    /** With this event START.BAT is told that the node came back; no start has it as its cause. */
    private static final String RECOVER = "RECOVER";

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(1);

    private final ScriptResource script;
    private final ResourceContext context;
    private final ScriptMemory memory;

    ScriptRunner(ScriptResource script, ResourceContext context, ScriptMemory memory) {
        this.script = script;
        this.context = context;
        this.memory = memory;
    }

    /** Runs START.BAT as what starts the group does. */
    ScriptRequests start() throws InterruptedException {
        return judged(script.startFile(), environment(event(), context.diskStatus()), script.startNormalReturn());
    }

    /** Runs STOP.BAT. */
    ScriptRequests stop(Optional<StopCause> cause) throws InterruptedException {
        Map<String, String> environment = environment(event(), context.diskStatus());
        cause.ifPresent(it -> environment.put("CLP_FACTOR", it.clpFactor()));
        return judged(script.stopFile(), environment, script.stopNormalReturn());
    }

    /** Tells START.BAT that the node came back; its exit code is logged and decides nothing. */
    void recovered() throws InterruptedException {
        run(
                script.startFile(),
                environment(Optional.of(RECOVER), context.diskStatus()),
                new ScriptRequests(context, memory, false),
                limit());
    }

    /**
     * Tells START.BAT that a partition failed, and then STOP.BAT, so that what a script starts without asking for the disk does not stay
     * on a node that the group leaves. Their exit codes are logged and decide nothing.
     */
    void blocked() throws InterruptedException {
        Map<String, String> environment = environment(event(), DiskStatus.FAILURE);
        ScriptRequests requests = new ScriptRequests(context, memory, false);
        ScriptException failed = null;
        try {
            run(script.startFile(), environment, requests, limit().dividedBy(2));
        } catch (ScriptException e) {
            if (e.result().end() == CommandResult.End.NOT_STARTED) {
                throw e;
            }
            failed = e;
        }
        environment.put("CLP_FACTOR", StopCause.GROUP_FAILOVER.clpFactor());
        run(script.stopFile(), environment, requests, limit());
        if (failed != null) {
            throw failed;
        }
    }

    private Optional<String> event() {
        return context.startCause().map(it -> it.clpEvent());
    }

    private ScriptRequests judged(String file, Map<String, String> environment, OptionalInt normal)
            throws InterruptedException {
        ScriptRequests requests = new ScriptRequests(context, memory, true);
        CommandResult result = run(file, environment, requests, limit());
        if (normal.isPresent() && result.exitCode() != normal.getAsInt()) {
            throw ScriptException.exitCode(script.directory() + file, result, normal.getAsInt());
        }
        return requests;
    }

    private CommandResult run(String file, Map<String, String> environment, ScriptRequests requests, Duration limit)
            throws InterruptedException {
        String path = script.directory() + file;
        Optional<ArmRequests> served =
                script.armCommands() == ArmCommands.PROVIDED ? Optional.of(requests) : Optional.empty();
        context.log("run " + path + " " + told(environment));
        CommandResult result = context.platform()
                .commands()
                .runScript(new ScriptRun(path, environment, script.outputCharset(), served), limit);
        switch (result.end()) {
            case NOT_STARTED -> throw ScriptException.notStarted(path, result);
            case TIMED_OUT -> {
                written(file, result);
                throw ScriptException.timedOut(path, result, limit);
            }
            case EXITED -> {
                written(file, result);
                context.log(file + ": exit code " + result.exitCode());
            }
        }
        return result;
    }

    /** Returns how long a script may take: a little less than the attempt, so that it is told from an attempt that hangs. */
    private Duration limit() {
        Duration left = context.remaining();
        Duration tenth = left.dividedBy(10);
        return left.minus(tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN);
    }

    private void written(String file, CommandResult result) {
        ScriptText.lines(result.output()).forEach(it -> context.log(file + ": " + it));
    }

    /** What the user set may be a secret and is not told. */
    private static String told(Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"CLP_EVENT", "CLP_DISK", "CLP_SERVER", "CLP_FACTOR"}) {
            if (environment.containsKey(name)) {
                text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(environment.get(name));
            }
        }
        return text.toString();
    }

    private Map<String, String> environment(Optional<String> event, DiskStatus disk) {
        Map<String, String> all = new LinkedHashMap<>(script.environment());
        event.ifPresent(it -> all.put("CLP_EVENT", it));
        all.put("CLP_DISK", disk.name());
        all.put("CLP_SERVER", context.nodeRank().name());
        all.put("CLP_GROUPNAME", context.group().id().value());
        all.put("CLP_RESOURCENAME", context.resourceId().value());
        all.put("CLP_SCRIPT_PATH", script.directory());
        return all;
    }
}
