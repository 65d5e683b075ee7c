package io.clp.testkit.simulation;

import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultSchedule.Kind;
import io.clp.testkit.FaultSchedule.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A schedule written out, in which the seed decides only how long things take. */
final class Script {
    private final List<Step> steps = new ArrayList<>();
    private final long seed;

    private Script(long seed) {
        this.seed = seed;
    }

    static FaultSchedule written(long seed, Consumer<Script> script) {
        Script written = new Script(seed);
        script.accept(written);
        return new FaultSchedule(seed, written.steps);
    }

    Script then(Kind kind, String node, Duration pause) {
        long some = Math.floorMod(seed * 31 + steps.size() * 17L, 1_000);
        steps.add(new Step(kind, node, "web", (int) some, pause.plusMillis(some)));
        return this;
    }
}
