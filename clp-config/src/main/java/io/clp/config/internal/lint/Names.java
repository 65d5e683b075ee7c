package io.clp.config.internal.lint;

import io.clp.script.ScriptRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with the names of services and watches. */
final class Names {
    private static final Pattern WATCH_ID = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final Pattern OLD_FTP = Pattern.compile("MSFTPSVC", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> UNSUPPORTED = Map.of("smtpsvc", "SMTP", "nntpsvc", "NNTP");

    private Names() {}

    static void judge(Subject subject, Facts facts, Findings findings) {
        for (Act each : Subject.readActs(subject.model())) {
            keys(subject, each, facts).forEach(findings::read);
        }
        for (Trial trial : subject.trials()) {
            for (Act each : trial.acts()) {
                keys(subject, each, facts).forEach(it -> findings.seen(it, trial.situation()));
            }
            asks(subject, trial, facts, findings);
        }
    }

    private static List<Findings.Key> keys(Subject subject, Act act, Facts facts) {
        List<Findings.Key> keys = new ArrayList<>();
        if (!act.watchId().isEmpty()) {
            addWatchId(subject, act, keys);
        }
        if (facts.hasNewFtp() && act.isService("MSFTPSVC")) {
            keys.add(new Findings.Key(
                    subject.file(),
                    act.line(),
                    ScriptRule.OLD_FTP_NAME,
                    "there is no service MSFTPSVC from IIS 7.5 on: the command fails, and FTP is left as it is",
                    OLD_FTP.matcher(act.text()).replaceAll("ftpsvc")));
        }
        String protocol = UNSUPPORTED.get(act.service().toLowerCase(Locale.ROOT));
        if (protocol != null) {
            keys.add(new Findings.Key(
                    subject.file(),
                    act.line(),
                    ScriptRule.UNSUPPORTED_SERVICE,
                    protocol + " of IIS is not supported by the cluster: what it holds does not move with the group",
                    "leave " + act.service() + " out of the scripts"));
        }
        return keys;
    }

    private static void addWatchId(Subject subject, Act act, List<Findings.Key> keys) {
        String id = act.watchId();
        if (id.toUpperCase(Locale.ROOT).startsWith("NEC_")) {
            keys.add(new Findings.Key(
                    subject.file(),
                    act.line(),
                    ScriptRule.WATCH_ID_INVALID,
                    "watch ids that begin with NEC_ are the cluster's own: " + id,
                    "an id of your own, in START.BAT and in STOP.BAT"));
        } else if (!WATCH_ID.matcher(id).matches()) {
            keys.add(new Findings.Key(
                    subject.file(),
                    act.line(),
                    ScriptRule.WATCH_ID_INVALID,
                    "a watch id has 1 to 255 letters and digits, and the cluster takes no other: " + id,
                    "an id of letters and digits, in START.BAT and in STOP.BAT"));
        }
    }

    private static void asks(Subject subject, Trial trial, Facts facts, Findings findings) {
        Set<String> stopped = new HashSet<>();
        for (Act each : trial.acts()) {
            String service = each.service().toLowerCase(Locale.ROOT);
            if (each.starts()) {
                stopped.remove(service);
                continue;
            }
            if (each.how().equals("net") && !isAnswered(trial, each)) {
                List<String> running = facts.dependents().getOrDefault(each.service(), List.of()).stream()
                        .filter(it -> !stopped.contains(it.toLowerCase(Locale.ROOT)))
                        .toList();
                if (!running.isEmpty()) {
                    findings.seen(asking(subject, each, running), trial.situation());
                }
            }
            stopped.add(service);
        }
    }

    private static boolean isAnswered(Trial trial, Act act) {
        String text = " " + act.text().toUpperCase(Locale.ROOT) + " ";
        return text.contains(" /Y ")
                || text.contains(" /YES ")
                || trial.answered().contains(act.index());
    }

    private static Findings.Key asking(Subject subject, Act act, List<String> running) {
        return new Findings.Key(
                subject.file(),
                act.line(),
                ScriptRule.STOP_ASKS,
                "net stop asks whether to stop " + String.join(" and ", running) + " too, nobody answers, and "
                        + act.service() + " keeps running",
                act.text() + " /y, or stop " + String.join(" and ", running) + " before");
    }
}
