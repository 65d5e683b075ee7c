package io.clp.config.internal.lint;

import io.clp.config.internal.script.Model;
import io.clp.script.ScriptFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Applies every rule. */
public final class Judge {
    private Judge() {}

    /**
     * Judges two scripts that belong together.
     *
     * @param start what takes the group online
     * @param stop what takes it offline
     * @param facts what is known beside them
     * @return what was found
     */
    public static List<ScriptFinding> of(Model start, Model stop, Facts facts) {
        Findings findings = new Findings();
        judge(start, stop, true, facts, findings);
        if (asksForFiles(start) || asksForFiles(stop)) {
            judge(start, stop, false, facts, findings);
        }
        List<ScriptFinding> all = new ArrayList<>(findings.of(start.file()));
        if (!stop.file().equals(start.file())) {
            all.addAll(findings.of(stop.file()));
        }
        return List.copyOf(all);
    }

    private static void judge(Model start, Model stop, boolean filesExist, Facts facts, Findings findings) {
        Subject starting = new Subject(start, filesExist);
        Subject stopping = new Subject(stop, filesExist);
        for (Subject each : List.of(starting, stopping)) {
            Lines.judge(each, findings);
            Names.judge(each, facts, findings);
            ExitCodes.judge(each, each == starting, findings);
        }
        Events.judge(starting, true, findings);
        Events.judge(stopping, false, findings);
        new Pairs(starting, stopping, facts, findings).judge();
    }

    private static boolean asksForFiles(Model model) {
        return model.lines().stream().anyMatch(it -> it.toUpperCase(Locale.ROOT).contains("EXIST"));
    }
}
