package io.clp.internal.script;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One service of {@link ScriptedServices}: starts in a second, stops in two, unless told otherwise. */
public final class ScriptedService {
    private final ScriptedServices scm;
    private final String name;
    private final Deque<ActResult> answers = new ArrayDeque<>();
    private final Deque<Integer> exitsWhileStarting = new ArrayDeque<>();
    private ServiceStatus status = new ServiceStatus(ServiceState.STOPPED, 0, 1077, 0, 0);
    private boolean hangs;
    private Duration startCall = Duration.ZERO;
    List<String> dependents = List.of();

    ScriptedService(ScriptedServices scm, String name) {
        this.scm = scm;
        this.name = name;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the status. */
    public ServiceStatus status() {
        return status;
    }

    /** Returns the state. */
    public ServiceState state() {
        return status.state();
    }

    /** Puts the service into a state, in the process it has, or a new one. */
    public ScriptedService in(ServiceState state) {
        long process =
                state == ServiceState.STOPPED ? 0 : status.processId() == 0 ? scm.newProcess() : status.processId();
        return becomes(new ServiceStatus(state, process, 0, 0, 0));
    }

    /** Gives the service a status. */
    public ScriptedService becomes(ServiceStatus next) {
        status = next;
        scm.change();
        return this;
    }

    /** Ends the service with an exit code. */
    public ScriptedService ends(int exitCode) {
        return becomes(new ServiceStatus(ServiceState.STOPPED, 0, exitCode, 0, 0));
    }

    /** Answers the next act so, without doing anything. */
    public ScriptedService answers(ActResult.Kind kind, int code) {
        answers.add(ActResult.of(kind, code));
        return this;
    }

    /** Makes the next start end the service with an exit code after a second. */
    public ScriptedService failsToStart(int exitCode) {
        exitsWhileStarting.add(exitCode);
        return this;
    }

    /** Makes what was asked for never end. */
    public ScriptedService hangs() {
        hangs = true;
        return this;
    }

    /** Makes the call that starts it take so long before anything happens. */
    public ScriptedService startCallTakes(Duration duration) {
        startCall = duration;
        return this;
    }

    /** Makes services depend on it: they must be stopped first. */
    public ScriptedService dependents(String... names) {
        dependents = List.of(names);
        return this;
    }

    /** Asks it to start. */
    public ActResult start() {
        if (!startCall.isZero()) {
            scm.timeline().hang(startCall);
        }
        if (!answers.isEmpty()) {
            return answers.remove();
        } else if (state() != ServiceState.STOPPED) {
            return ActResult.of(ActResult.Kind.ALREADY, 1056);
        }
        in(ServiceState.START_PENDING);
        if (!exitsWhileStarting.isEmpty()) {
            int code = exitsWhileStarting.remove();
            after(Duration.ofSeconds(1), ServiceState.START_PENDING, () -> ends(code));
        } else {
            after(Duration.ofSeconds(1), ServiceState.START_PENDING, () -> in(ServiceState.RUNNING));
        }
        return ActResult.done();
    }

    /** Asks it to stop. */
    public ActResult stop() {
        if (!answers.isEmpty()) {
            return answers.remove();
        } else if (state() == ServiceState.STOPPED) {
            return ActResult.of(ActResult.Kind.ALREADY, 1062);
        } else if (state().pending()) {
            return ActResult.of(ActResult.Kind.BUSY, 1061);
        } else if (!scm.runningDependents(name).isEmpty()) {
            return ActResult.of(ActResult.Kind.BUSY, 1051);
        }
        in(ServiceState.STOP_PENDING);
        after(Duration.ofSeconds(2), ServiceState.STOP_PENDING, () -> ends(0));
        return ActResult.done();
    }

    ActResult terminate(long processId) {
        if (!answers.isEmpty()) {
            return answers.remove();
        } else if (status.processId() != processId) {
            return ActResult.of(ActResult.Kind.ALREADY, 0);
        }
        scm.timeline().after(Duration.ofMillis(10), () -> ends(1067));
        return ActResult.done();
    }

    private void after(Duration time, ServiceState from, Runnable what) {
        if (!hangs) {
            scm.timeline().after(time, () -> {
                if (state() == from) {
                    what.run();
                }
            });
        }
    }
}
