package io.clp.iis.internal;

import io.clp.platform.CommandResult;
import io.clp.resource.ResourceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs programs for one attempt. How they end is logged and decides nothing. */
final class Commands {
    private static final int LONGEST_OUTPUT = 400;

    private final ResourceContext context;
    private final int followers;

    /**
     * Makes a runner.
     *
     * @param context the attempt
     * @param followers how many things need time after a command that does not end
     */
    Commands(ResourceContext context, int followers) {
        this.context = context;
        this.followers = followers;
    }

    void run(String line, List<String> command) throws InterruptedException {
        Duration limit = TimeLeft.leavingRoomFor(followers, context);
        if (limit.isZero() || limit.isNegative()) {
            context.log(line + ": not run, no time is left");
            return;
        }
        CommandResult result = context.platform().commands().run(command, Map.of(), limit);
        if (!result.succeeded()) {
            context.log(line + ": " + told(result, limit));
        }
    }

    private static String told(CommandResult result, Duration limit) {
        String output = result.output().strip().replaceAll("\\s+", " ");
        String shown = output.length() > LONGEST_OUTPUT ? output.substring(0, LONGEST_OUTPUT) + "..." : output;
        return switch (result.end()) {
            case EXITED -> "exit code " + result.exitCode() + (shown.isEmpty() ? "" : ": " + shown);
            case TIMED_OUT -> "not done after " + limit + ", ended" + (shown.isEmpty() ? "" : ": " + shown);
            case NOT_STARTED -> "could not be started (Windows error " + result.exitCode() + ")";
        };
    }
}
