package io.clp.config.internal.lint;

import io.clp.script.ScriptRule;
import io.clp.script.ScriptRun.Ran;
import java.util.List;

/** Whether the cluster is told when the last thing to start does not. */
final class ExitCodes {
    private ExitCodes() {}

    static void judge(Subject subject, boolean isStart, Findings findings) {
        Things things = new Things(subject.allActs());
        for (Trial trial : subject.trials()) {
            List<Act> running = trial.leavesRunning(things);
            if (running.isEmpty() || trial.brokeOff()) {
                continue;
            }
            Act last = running.get(running.size() - 1);
            Trial failed = subject.failing(trial, last.index());
            if (failed.run().exitCode() == 0 && !startsAgain(failed, last, things)) {
                findings.seen(lost(subject, failed, last, isStart), trial.situation());
            }
        }
    }

    private static boolean startsAgain(Trial failed, Act last, Things things) {
        return failed.acts().stream().anyMatch(it -> it.starts() && it.index() > last.index() && things.same(it, last));
    }

    private static Findings.Key lost(Subject subject, Trial failed, Act last, boolean isStart) {
        List<Ran> after = failed.run()
                .commands()
                .subList(last.index() + 1, failed.run().commands().size());
        String by = after.isEmpty()
                ? "the script ends with 0"
                : "line " + after.get(0).line() + " (" + after.get(0).text() + ") makes ERRORLEVEL 0";
        return new Findings.Key(
                subject.file(),
                last.line(),
                ScriptRule.EXIT_CODE_LOST,
                "where " + last.text() + " fails, " + by + ", and the cluster takes the " + (isStart ? "start" : "stop")
                        + " for a success",
                "IF ERRORLEVEL 1 EXIT 1 right behind it, or SET CODE=%ERRORLEVEL% there and EXIT %CODE% at the end");
    }
}
