package io.clp.iis;

import io.clp.resource.ResourceRecognizer.Run;
import io.clp.resource.ResourceRecognizer.Script;
import io.clp.resource.ResourceRecognizer.Scripts;
import io.clp.watch.WatchPolicy;
import java.util.List;
import java.util.Optional;

/** Compares what scripts run with what a resource for IIS would do. */
final class ScriptedIis {
    private ScriptedIis() {}

    /** Returns which of all resources the scripts are; empty where they are none for certain. */
    static Optional<Recipe> in(Scripts scripts) {
        return Recipe.all(policy(scripts.start())).stream()
                .filter(it -> is(scripts.start(), ScriptedStep.comparable(it.start()), false)
                        && is(scripts.stop(), ScriptedStep.comparable(it.stop()), true))
                .findFirst();
    }

    /** The policy of the first watch is that of all, or the comparison fails. */
    private static WatchPolicy policy(Script start) {
        return start.runs().stream()
                .flatMap(it -> acts(it.commands()).stream())
                .filter(IisStep.Load.class::isInstance)
                .map(it -> ((IisStep.Load) it).policy())
                .findFirst()
                .orElse(WatchPolicy.defaults());
    }

    private static boolean is(Script script, List<IisStep> wanted, boolean stops) {
        return !script.runs().isEmpty()
                && script.doubts().isEmpty()
                && acts(script.otherwise()).isEmpty()
                && script.runs().stream().allMatch(it -> is(it, wanted, stops));
    }

    /** Without its disk a resource here stops as the guide's scripts mean to, though they jump to nowhere then. */
    private static boolean is(Run run, List<IisStep> wanted, boolean stops) {
        List<IisStep> acts = acts(run.commands());
        boolean works = run.event().equals("START") || run.event().equals("FAILOVER");
        if (works && run.disk().equals("SUCCESS")) {
            return acts.equals(wanted);
        }
        return acts.isEmpty() || (works && stops && acts.equals(wanted));
    }

    private static List<IisStep> acts(List<List<String>> commands) {
        return commands.stream().map(ScriptedStep::of).flatMap(Optional::stream).toList();
    }
}
