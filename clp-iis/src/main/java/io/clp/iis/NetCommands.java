package io.clp.iis;

import java.util.List;

/** Runs {@code net start} and {@code net stop}. */
record NetCommands() implements IisControl {
    @Override
    public List<IisStep> steps(IisPhase phase, Standby standby, IisServices services) {
        return StartsAndStops.of(
                phase,
                standby,
                services,
                it -> new IisStep.NetStart(it.service()),
                it -> new IisStep.NetStop(it.service()));
    }

    @Override
    public String toString() {
        return "netStart";
    }
}
