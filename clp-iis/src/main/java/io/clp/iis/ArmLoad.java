package io.clp.iis;

import io.clp.watch.WatchPolicy;
import java.util.List;

/** Loads and kills, as the guide's scripts do. */
record ArmLoad(WatchPolicy policy) implements IisControl {
    @Override
    public List<IisStep> steps(IisPhase phase, Standby standby, IisServices services) {
        return StartsAndStops.of(
                phase,
                standby,
                services,
                it -> new IisStep.Load(it.watchId(), it.service(), policy),
                it -> new IisStep.Kill(it.watchId(), it.service()));
    }

    @Override
    public String toString() {
        return "armLoad";
    }
}
