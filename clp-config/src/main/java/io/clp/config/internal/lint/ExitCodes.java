package io.clp.config.internal.lint;

import io.clp.script.ScriptRule;
import io.clp.script.ScriptRun.Ran;
import java.util.List;
import java.util.Objects;

/** Whether the cluster is told when the last thing to start does not. */
final class ExitCodes {
    private ExitCodes() {}

    static void judge(Subject subject, Findings findings) {
        for (Trial trial : subject.trials()) {
            Act last = null;
            for (Act each : trial.acts()) {
                last = each.starts() ? each : last;
            }
            if (last != null && !trial.brokeOff()) {
                judge(subject, trial, last, findings);
            }
        }
    }

    private static void judge(Subject subject, Trial trial, Act last, Findings findings) {
        Trial failed = subject.failing(trial, last.index());
        boolean again = failed.acts().stream()
                .anyMatch(it -> it.starts()
                        && it.index() > last.index()
                        && it.service().equals(last.service())
                        && it.watchId().equals(last.watchId()));
        if (failed.run().exitCode() != 0 || again) {
            return;
        }
        List<Ran> after = failed.run()
                .commands()
                .subList(last.index() + 1, failed.run().commands().size());
        String by = after.isEmpty()
                ? "what follows gives 0"
                : "line " + Objects.requireNonNull(after.get(after.size() - 1)).line() + " ("
                        + after.get(after.size() - 1).text() + ") gives 0";
        findings.seen(
                new Findings.Key(
                        subject.file(),
                        last.line(),
                        ScriptRule.EXIT_CODE_LOST,
                        "where " + last.text() + " fails, " + by + ", and the cluster takes the group for online",
                        "IF ERRORLEVEL 1 EXIT 1 right behind it, or SET CODE=%ERRORLEVEL% there and EXIT %CODE% at the end"),
                trial.situation());
    }
}
