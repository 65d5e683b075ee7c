package io.clp.resource;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandResult.End;
import io.clp.platform.WindowsErrors;
import java.time.Duration;

/** A script could not be started, did not end in time, or ended with an exit code that is not its normal one. */
public final class ScriptException extends ResourceException {
    private static final long serialVersionUID = 1L;

    /** The file. */
    private final String script;

    private final transient CommandResult result;

    private ScriptException(String script, CommandResult result, String message, Facts facts, Retry retry) {
        super(message, facts, retry, null);
        this.script = script;
        this.result = result;
    }

    /** Returns the exception for a script that did not run. */
    static ScriptException notStarted(String script, CommandResult result) {
        int code = result.exitCode();
        String why = result.output().isBlank() ? "" : ", " + result.output().strip();
        Facts facts = Facts.of("run " + script).windows(code).advice(advice(code));
        boolean useless = code == WindowsErrors.NOT_SUPPORTED
                || code == WindowsErrors.FILE_NOT_FOUND
                || code == WindowsErrors.PATH_NOT_FOUND;
        return new ScriptException(
                script,
                result,
                "script " + script + " was not started: Windows error " + code + why,
                facts,
                useless ? Retry.USELESS : Retry.MAY_HELP);
    }

    private static String advice(int code) {
        return switch (code) {
            case WindowsErrors.NOT_SUPPORTED ->
                "choose ArmCommands.INSTALLED, or a platform that serves the ARM commands";
            case WindowsErrors.FILE_NOT_FOUND, WindowsErrors.PATH_NOT_FOUND ->
                "see that the file is there, on every node of the group, and that this process may read it";
            default -> "see whether the file can be run by hand, as the user of this process";
        };
    }

    /** Returns the exception for a script that was ended at its limit. */
    static ScriptException timedOut(String script, CommandResult result, Duration limit) {
        return new ScriptException(
                script,
                result,
                "script " + script + " did not end within " + limit + "; it and what it had started were terminated",
                Facts.of("run " + script)
                        .advice("see in the log how far it came, or give the operation a longer deadline"),
                Retry.MAY_HELP);
    }

    /** Returns the exception for an exit code that is not the normal one. */
    static ScriptException exitCode(String script, CommandResult result, int normal) {
        return new ScriptException(
                script,
                result,
                "script " + script + " ended with exit code " + result.exitCode() + "; its normal one is " + normal,
                Facts.of("run " + script).advice("see in the log what it wrote"),
                Retry.MAY_HELP);
    }

    /** {@return the path of the file} */
    public String script() {
        return script;
    }

    /** {@return how it ended, with what it wrote} */
    public CommandResult result() {
        return result;
    }

    @Override
    public boolean indeterminate() {
        return result.end() == End.TIMED_OUT;
    }
}
