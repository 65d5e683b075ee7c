package io.clp.config.internal.lint;

import io.clp.script.ScriptRule;
import java.util.List;

/** Whether each event has a branch, and RECOVER one that starts nothing. */
final class Events {
    private Events() {}

    static void judge(Subject subject, boolean isStart, Findings findings) {
        for (String event : List.of("START", "FAILOVER")) {
            if (subject.ignores(event)) {
                for (String server : List.of("HOME", "OTHER")) {
                    findings.seen(
                            ignored(subject, event, isStart),
                            subject.trial(event, "SUCCESS", server).situation());
                }
            }
        }
        for (Trial trial : subject.trials()) {
            String event = trial.situation().event();
            if (event.isEmpty() && !trial.acts().isEmpty()) {
                findings.seen(withoutCluster(subject, trial.acts().get(0)), trial.situation());
            }
            if (isStart && event.equals("RECOVER")) {
                recover(subject, trial, findings);
            }
        }
    }

    private static void recover(Subject subject, Trial trial, Findings findings) {
        boolean starts = false;
        for (Act each : trial.acts()) {
            if (each.starts()) {
                starts = true;
                findings.seen(
                        new Findings.Key(
                                subject.file(),
                                each.line(),
                                ScriptRule.RECOVER_STARTS,
                                "RECOVER comes when this node is back in the cluster, while the group may run on another: "
                                        + each.what() + " is started here all the same",
                                "IF \"%CLP_EVENT%\" == \"RECOVER\" GOTO EXIT above it"),
                        trial.situation());
            }
        }
        Trial none =
                subject.trial("", trial.situation().disk(), trial.situation().server());
        boolean tells = !starts && !trial.run().commands().isEmpty() && !trial.brokeOff();
        if (tells && trial.visited().equals(none.visited())) {
            findings.seen(
                    new Findings.Key(
                            subject.file(),
                            trial.run().commands().get(0).line(),
                            ScriptRule.MISSING_BRANCH,
                            "RECOVER has no branch, and does what is meant for a node without a cluster: "
                                    + trial.run().commands().get(0).text(),
                            "IF \"%CLP_EVENT%\" == \"RECOVER\" GOTO RECOVER, with a label RECOVER that starts nothing"),
                    trial.situation());
        }
    }

    private static Findings.Key ignored(Subject subject, String event, boolean isStart) {
        return new Findings.Key(
                subject.file(),
                firstMention(subject),
                ScriptRule.MISSING_BRANCH,
                "with " + event + " the script " + (isStart ? "starts" : "stops") + " nothing",
                "IF \"%CLP_EVENT%\" == \"" + event + "\" GOTO a label that " + (isStart ? "starts" : "stops")
                        + " what the others do");
    }

    private static Findings.Key withoutCluster(Subject subject, Act act) {
        return new Findings.Key(
                subject.file(),
                act.line(),
                ScriptRule.MISSING_BRANCH,
                "without a cluster CLP_EVENT is empty, and " + act.what() + " is "
                        + (act.starts() ? "started" : "stopped") + " all the same",
                "GOTO EXIT where CLP_EVENT is neither START nor FAILOVER");
    }

    private static int firstMention(Subject subject) {
        List<String> lines = subject.model().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("CLP_EVENT")) {
                return i + 1;
            }
        }
        return 1;
    }
}
